"""The document as one accessible HTML page, without script or outside resources."""
