"""The tables of options in binaries, for `compare-schemas`."""

import re
import struct

# What is known of an option.
NONE, REQUIRED, OPTIONAL = "no value", "a value", "an optional value"


class Binary:
    """As much of an ELF file as the tables of options need."""

    def __init__(self, data):
        self.data = data
        (offset,) = struct.unpack_from("<Q", data, 32)
        size, count = struct.unpack_from("<HH", data, 54)
        self.segments, self.pointers = [], {}
        dynamic = None
        for index in range(count):
            kind, _, at, address, _, length, _, _ = struct.unpack_from(
                "<IIQQQQQQ", data, offset + index * size)
            if kind == 1:
                self.segments.append((address, at, length))
            elif kind == 2:
                dynamic = (at, length)
        if dynamic:
            self.relocations(dynamic)

    def relocations(self, dynamic):
        at, length = dynamic
        tags = dict(struct.unpack_from("<QQ", self.data, at + i) for i in range(0, length, 16))
        start = self.place(tags.get(7, 0))
        if start is None:
            return
        for position in range(start, start + tags.get(8, 0), 24):
            address, info, addend = struct.unpack_from("<QQq", self.data, position)
            if info & 0xFFFFFFFF == 8:
                self.pointers[address] = addend

    def place(self, address):
        for start, at, length in self.segments:
            if start <= address < start + length:
                return at + address - start
        return None

    def string(self, address):
        at = self.place(address)
        if at is None:
            return None
        end = self.data.find(b"\0", at, at + 64)
        text = self.data[at:end]
        return text.decode() if re.fullmatch(rb"[A-Za-z0-9][A-Za-z0-9_.-]*", text) else None

    def entry(self, address):
        name = self.string(self.pointers.get(address, 0))
        at = self.place(address)
        if name is None or at is None or address + 8 in self.pointers:
            return None
        has, padding = struct.unpack_from("<II", self.data, at + 8)
        return (name, has) if has <= 2 and padding == 0 and address + 24 not in self.pointers else None

    def long_options(self, known):
        """The tables that hold options of help or man page; others have the same shape by chance."""
        options = {}
        for address in sorted(self.pointers):
            entries, position = [], address
            while entry := self.entry(position):
                entries.append(entry)
                position += 32
            at = self.place(position)
            if len(entries) < 2 or at is None or self.data[at:at + 32] != bytes(32):
                continue
            if 2 * len({"--" + name for name, _ in entries} & known) < len(entries):
                continue
            for name, has in entries:
                options.setdefault("--" + name, set()).add([NONE, REQUIRED, OPTIONAL][has])
        return options

    def letters(self, known):
        """The best candidate for a string of letters among all strings."""
        best, score = {}, 0
        for text in re.findall(rb"(?<=\0)[+:-]{0,2}(?:[A-Za-z0-9?#@%.,](?:::?)?){2,}(?=\0)", self.data):
            found = {}
            repeated = False
            for letter, colons in re.findall(r"([A-Za-z0-9?#@%.,])(:{0,2})", text.decode()):
                repeated = repeated or "-" + letter in found
                found["-" + letter] = [NONE, REQUIRED, OPTIONAL][len(colons)]
            common = len(set(found) & known)
            value = 2 * common - sum(1 for option in found if option in known or not option[1].isdigit())
            if not repeated and common >= 0.6 * len(known) and value > score:
                best, score = found, value
        return best
