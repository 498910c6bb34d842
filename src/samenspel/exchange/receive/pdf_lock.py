"""The encryption of a PDF that opens for everyone: it has a password for who may change it, and none for who reads it.

What is done follows ISO 32000-2, 7.6, with the empty password. The key lies in the file itself, so there is no secret
to be kept here.
"""

from collections.abc import Mapping
from hashlib import md5, sha256, sha384, sha512
from typing import Final, Literal

_PADDING: Final = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
"""What stands for the empty password in the older kinds."""
_Method = Literal["none", "rc4", "aes", "aes256"]
_METHODS: Final[dict[object, _Method]] = {"/V2": "rc4", "/AESV2": "aes", "/AESV3": "aes256", "/None": "none"}
_BLOCK = 16


class Lock:
    """What makes the texts and streams of a file readable."""

    def __init__(self, key: bytes, texts: _Method, streams: _Method) -> None:
        self._key, self._texts, self._streams = key, texts, streams

    def effort(self, size: int) -> int:
        """Return what decrypting so many bytes costs, in words that could have been read meanwhile."""
        return 30 + size // 4 if "rc4" in {self._texts, self._streams} else 10 + size // 1000

    def text(self, data: bytes, number: int, generation: int) -> bytes:
        """Decrypt a text of the object with this number. Raises ValueError: it is damaged."""
        return self._decrypted(self._texts, data, number, generation)

    def stream(self, data: bytes, number: int, generation: int) -> bytes:
        """Decrypt the stream with this number. Raises ValueError: it is damaged."""
        return self._decrypted(self._streams, data, number, generation)

    def _decrypted(self, method: _Method, data: bytes, number: int, generation: int) -> bytes:
        if method == "none" or not data:
            return data
        key = self._key
        if method != "aes256":
            salt = b"sAlT" if method == "aes" else b""
            own = number.to_bytes(8, "little")[:3] + generation.to_bytes(8, "little")[:2]
            key = _md5(key + own + salt)[: min(_BLOCK, len(key) + 5)]
        if method == "rc4":
            return _rc4(key, data)
        plain = _aes(key, data[:_BLOCK], data[_BLOCK : len(data) // _BLOCK * _BLOCK])
        return plain[: -plain[-1]] if plain and 1 <= plain[-1] <= _BLOCK else plain


def opened(about: Mapping[str, object], file_id: bytes) -> Lock | None:
    """Return what opens a file for everyone; None: it asks for a password.

    Args:
        about: what the file says of its encryption, all references followed.
        file_id: the first part of the file's id.

    Raises:
        ValueError, TypeError, KeyError: what it says makes no sense.
    """
    version = _number(about, "/V")
    if about.get("/Filter") != "/Standard" or version not in {1, 2, 4, 5}:
        return None
    old = version < 4  # since then a file says its methods
    methods: list[_Method] = ["rc4" if old else _method(about, about.get(use)) for use in ("/StrF", "/StmF")]
    key = _newest_key(about) if version == 5 else _older_key(about, file_id)
    return None if key is None else Lock(key, methods[0], methods[1])


def _method(about: Mapping[str, object], use: object) -> _Method:
    filters = about["/CF"]
    if use in {None, "/Identity"} or not isinstance(filters, dict):
        return "none"
    return _METHODS[filters[use].get("/CFM", "/None")]


def _older_key(about: Mapping[str, object], file_id: bytes) -> bytes | None:
    revision, length, rights = _number(about, "/R"), about.get("/Length", 40), _number(about, "/P")
    size = 5 if revision == 2 else 16 if about["/V"] == 4 else int(str(length)) // 8
    if not 5 <= size <= _BLOCK:
        raise ValueError(size)
    start = _PADDING + _bytes(about, "/O")[:32] + (rights & 0xFFFFFFFF).to_bytes(4, "little") + file_id
    if revision >= 4 and about.get("/EncryptMetadata") is False:
        start += b"\xff\xff\xff\xff"
    key = _md5(start)
    if revision >= 3:
        for _ in range(50):
            key = _md5(key[:size])
    key = key[:size]
    if revision == 2:
        return key if _rc4(key, _PADDING) == _bytes(about, "/U")[:32] else None
    check = _md5(_PADDING + file_id)
    for turn in range(20):
        check = _rc4(bytes(one ^ turn for one in key), check)
    return key if check == _bytes(about, "/U")[:16] else None


def _newest_key(about: Mapping[str, object]) -> bytes | None:
    hashed = _hardened if _number(about, "/R") >= 6 else lambda salt: sha256(salt).digest()
    user, locked_key = _bytes(about, "/U")[:48], _bytes(about, "/UE")[:32]
    if hashed(user[32:40]) != user[:32]:
        return None
    return _aes(hashed(user[40:48]), bytes(_BLOCK), locked_key)


def _hardened(salt: bytes) -> bytes:
    """Return the hash of the empty password with ``salt``, by algorithm 2.B."""
    found, turn, last = sha256(salt).digest(), 0, 0
    while turn < 64 or last > turn - 32:
        packed = _aes(found[:16], found[16:32], found * 64, encrypt=True)
        last = packed[-1]
        found = (sha256, sha384, sha512)[sum(packed[:16]) % 3](packed).digest()
        turn += 1
    return found[:32]


def _aes(key: bytes, start: bytes, data: bytes, *, encrypt: bool = False) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    cipher = Cipher(algorithms.AES(key), modes.CBC(start))
    work = cipher.encryptor() if encrypt else cipher.decryptor()
    return work.update(data) + work.finalize()


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) & 255
        box[i], box[j] = box[j], box[i]
    i = j = 0
    stream = bytearray(len(data))
    for place in range(len(data)):
        i = (i + 1) & 255
        j = (j + box[i]) & 255
        box[i], box[j] = box[j], box[i]
        stream[place] = box[(box[i] + box[j]) & 255]
    mixed = int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")
    return mixed.to_bytes(len(data), "big")


def _md5(data: bytes) -> bytes:
    return md5(data, usedforsecurity=False).digest()


def _bytes(about: Mapping[str, object], name: str) -> bytes:
    found = about[name]
    if not isinstance(found, bytes):
        raise TypeError(name)
    return found


def _number(about: Mapping[str, object], name: str) -> int:
    found = about[name]
    if not isinstance(found, int):
        raise TypeError(name)
    return found
