"""A library that every Windows has since Windows 8 and that Debian's Wine lacks: ``bcryptprimitives.dll``.

Programs made with Rust (rpds, cryptography) ask it for random numbers. It holds no code: its one function is another
name for one that Wine has.
"""

import struct

NAME = "bcryptprimitives.dll"
_FUNCTION, _ELSEWHERE = "ProcessPrng", "advapi32.SystemFunction036"
_AT, _ALIGNED, _BASE = 0x1000, 0x200, 0x7F00_0000


def library() -> bytes:
    """Return the file."""
    exports = _exports()
    dos = struct.pack("<2s58xI", b"MZ", 64)
    header = struct.pack("<4sHHIIIHH", b"PE\0\0", 0x8664, 1, 0, 0, 0, 240, 0x2022)  # for 64 bits; a library
    optional = struct.pack(
        "<HBBIIIIIQIIHHHHHHIIIIHHQQQQII",
        *(0x20B, 14, 0, 0, _ALIGNED, 0, 0, 0, _BASE, _AT, _ALIGNED),
        *(6, 0, 0, 0, 6, 0, 0, 2 * _AT, _ALIGNED, 0, 2, 0x100),
        *(0x10_0000, 0x1000, 0x10_0000, 0x1000, 0, 16),
    )
    directories = struct.pack("<II", _AT, len(exports)) + bytes(15 * 8)
    section = struct.pack("<8sIIIIIIHHI", b".rdata", len(exports), _AT, _ALIGNED, _ALIGNED, 0, 0, 0, 0, 0x4000_0040)
    head = dos + header + optional + directories + section
    return head.ljust(_ALIGNED, b"\0") + exports.ljust(_ALIGNED, b"\0")


def _exports() -> bytes:
    """Return the table of what the library gives: where a function would begin stands the name of the other one."""
    texts = [text.encode() + b"\0" for text in (NAME, _FUNCTION, _ELSEWHERE)]
    tables = 40, 44, 48, 50  # the function, its name, its number, and then the texts
    name, function, elsewhere = (_AT + tables[3] + sum(map(len, texts[:nth])) for nth in range(3))
    table = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, name, 1, 1, 1, *(_AT + place for place in tables[:3]))
    return table + struct.pack("<IIH", elsewhere, function, 0) + b"".join(texts)
