"""What is asked: the model of a questionnaire, and what applies to whom."""
