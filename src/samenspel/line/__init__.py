"""The walk line by line: with questionary, or as plain numbered text."""
