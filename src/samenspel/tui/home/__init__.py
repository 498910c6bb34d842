"""The start screen and what is the person's own: results, stored files, the choice of a questionnaire."""
