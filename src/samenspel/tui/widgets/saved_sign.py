"""The sign that says whether what was answered is on the disk."""

from samenspel.taal import _
from samenspel.tui.widgets.passage import Passage


class SavedSign(Passage):
    """Says *bewaard ✓* or that it was not saved; empty while there is nothing to say."""

    def saved(self, what: str = "") -> None:
        """Say that ``what`` was saved."""
        self.remove_class("-failed")
        self.put(" ".join(filter(None, (what, _("bewaard ✓")))))

    def failed(self) -> None:
        """Say that it was not saved."""
        self.add_class("-failed")
        self.put(_("niet bewaard ✗"))

    def clear(self) -> None:
        """Say nothing."""
        self.remove_class("-failed")
        self.put(" ")  # still a line, so that the page stays as it is
