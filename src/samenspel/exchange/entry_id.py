"""The name of an answer that brought none: it follows from what was answered, so that the same one is recognised.

Neither the experience nor the number on a paper form goes into it. Both would follow from the name again, by trying
the few there are, for whoever holds the group's files; and those say neither who answered nor in which order.
"""

from hashlib import sha256

import msgspec
from msgspec.structs import replace

from samenspel.group.contribution import Contribution


def derived(way: str, given: Contribution, nth: int = 1) -> str:
    """Return the name of ``given``, that came in by ``way``, as the ``nth`` of those that answered the very same."""
    bare = replace(given, response=replace(given.response, experience=""))
    content = msgspec.json.encode((way, bare, nth), order="deterministic")
    return sha256(content).hexdigest()[:32]
