"""Groups: their list, and collecting a wave's answers up to the reveal."""
