"""What every page of the app is made with: the page itself, windows over it, lists, saving a report."""
