"""The walk through a questionnaire, from the welcome to the result, a page for each kind of step."""
