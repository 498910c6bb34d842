"""What stays on this machine: self-tests, groups, questionnaires and preferences, and nothing lost."""

from samenspel.storage.errors import NewerError, NotFoundError, StorageError, UnreadableError

__all__ = ["NewerError", "NotFoundError", "StorageError", "UnreadableError"]
