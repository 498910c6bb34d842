"""What stays on this machine: one file for each self-test, and nothing lost."""

from samenspel.storage.errors import NewerError, NotFoundError, StorageError, UnreadableError

__all__ = ["NewerError", "NotFoundError", "StorageError", "UnreadableError"]
