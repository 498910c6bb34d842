"""The questionnaire as one HTML file that anybody fills in, in any browser; what it saves is a response file."""
