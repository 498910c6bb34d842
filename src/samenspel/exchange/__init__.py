"""In and out: answers as files of others' making."""
