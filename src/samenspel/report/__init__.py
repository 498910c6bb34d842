"""What to tell, as a document of blocks, and how to show it: PDF, HTML and plain text."""
