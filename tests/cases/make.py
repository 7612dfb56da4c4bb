"""Makes the large and binary files of cases from the lines of a `--- make:` section. README.md tells what they may say."""
import ast
import os
import struct
import zlib

COLOURS = {"red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255), "white": (255, 255, 255), "black": (0, 0, 0),
           "grey": (128, 128, 128), "yellow": (255, 255, 0), "clear": (255, 255, 255)}
BLOCK = 8  # pixels of each side of a named colour


class MakeError(Exception):
    pass


def repeated(words, lines):
    """`text`, then lines such as 160000 x "["."""
    out = bytearray()
    for line in lines:
        count, sign, text = line.partition(" x ")
        if not sign:
            raise MakeError(f"not COUNT x \"TEXT\": {line}")
        out += ast.literal_eval(text.strip()).encode("utf-8", "surrogatepass") * int(count)
    return bytes(out)


def pixels_of(lines):
    """Rows of (red, green, blue, alpha) from rows of colour words, each a block of 8 by 8 pixels."""
    rows = []
    for line in lines:
        row = [(*COLOURS[word], 0 if word == "clear" else 255) for word in line.split() for _ in range(BLOCK)]
        rows += [row] * BLOCK
    return rows


def option(words, name, count=1):
    """The `count` words behind `name`, or None."""
    at = words.index(name) if name in words else None
    return None if at is None else words[at + 1 : at + 1 + count]


def size_of(words, rows):
    """The size that the header tells: the true one, unless `declared 100000x100000` says another."""
    declared = option(words, "declared")
    return tuple(map(int, declared[0].split("x"))) if declared else (len(rows[0]), len(rows))


def cut(words, data):
    at = option(words, "cut")
    return data[: int(at[0])] if at else data


# PNG

ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def png_sample(pixel, words, palette):
    if "palette" in words:
        return bytes([palette.index(pixel)])
    channels = pixel if "alpha" in words else pixel[:1] if "greys" in words else pixel[:3]
    return b"".join(bytes([c, c]) if "16-bit" in words else bytes([c]) for c in channels)


def png_scanlines(rows, words, palette):
    passes = ADAM7 if "interlaced" in words else [(0, 0, 1, 1)]
    out = b""
    for x, y, across, down in passes:
        for row in rows[y::down]:
            out += b"\0" + b"".join(png_sample(pixel, words, palette) for pixel in row[x::across])
    return out


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(words, lines):
    """`png [16-bit] [greys|palette|alpha] [interlaced] [declared WxH] [cut BYTES]`, then rows of colours."""
    rows = pixels_of(lines)
    palette = sorted({pixel for row in rows for pixel in row})
    kind = 3 if "palette" in words else 6 if "alpha" in words else 0 if "greys" in words else 2
    depth = 16 if "16-bit" in words else 8
    header = struct.pack(">IIBBBBB", *size_of(words, rows), depth, kind, 0, 0, "interlaced" in words)
    chunks = [chunk(b"IHDR", header)]
    if "palette" in words:
        chunks.append(chunk(b"PLTE", bytes(c for pixel in palette for c in pixel[:3])))
        chunks.append(chunk(b"tRNS", bytes(pixel[3] for pixel in palette)))
    chunks.append(chunk(b"IDAT", zlib.compress(png_scanlines(rows, words, palette))))
    return cut(words, b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + chunk(b"IEND", b""))


# JPEG: baseline, one flat block a colour, so that each needs its mean alone.

def segment(marker, data):
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def components_of(colour, words):
    """The values that are stored: inverted CMYK as Adobe does, grey, or YCbCr."""
    r, g, b = colour
    if "cmyk" in words:
        k = max(r, g, b)
        return [255 if k == 0 else 255 * c // k for c in colour] + [k]
    y = 0.299 * r + 0.587 * g + 0.114 * b
    return [y] if "greys" in words else [y, 128 + 0.564 * (b - y), 128 + 0.713 * (r - y)]


class Bits:
    def __init__(self):
        self.value, self.count, self.out = 0, 0, bytearray()

    def put(self, value, count):
        self.value, self.count = self.value << count | value, self.count + count
        while self.count >= 8:
            byte = self.value >> (self.count - 8) & 0xFF
            self.out += bytes([byte]) + (b"\0" if byte == 0xFF else b"")
            self.count -= 8


def scan(blocks):
    """Each mean as its difference from the one before: its size in four bits, then itself; no other coefficient."""
    bits, last = Bits(), [0] * len(blocks[0])
    for block in blocks:
        for at, value in enumerate(block):
            level = round(8 * (value - 128))
            difference, last[at] = level - last[at], level
            size = abs(difference).bit_length()
            bits.put(size, 4)
            bits.put(difference if difference >= 0 else difference + (1 << size) - 1, size)
            bits.put(0, 1)
    bits.put(0x7F, 7)
    return bytes(bits.out)


def exif(orientation):
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + struct.pack(">HHI", orientation, 0, 0)


def jpeg(words, lines):
    """`jpeg [greys|cmyk] [turned 1..8] [declared WxH] [cut BYTES]`, then rows of colours; turned is Exif's orientation."""
    colours = [COLOURS[word] for line in lines for word in line.split()]
    blocks = [components_of(colour, words) for colour in colours]
    count = len(blocks[0])
    width, height = size_of(words, pixels_of(lines))
    parts = [b"\xff\xd8"]
    if "turned" in words:
        parts.append(segment(0xE1, exif(int(option(words, "turned")[0]))))
    if "cmyk" in words:
        parts.append(segment(0xEE, b"Adobe\0d\0\0\0\0\0"))
    parts.append(segment(0xDB, bytes([0] + [1] * 64)))
    frame = b"".join(bytes([at + 1, 0x11, 0]) for at in range(count))
    parts.append(segment(0xC0, struct.pack(">BHHB", 8, height, width, count) + frame))
    parts.append(segment(0xC4, bytes([0, 0, 0, 0, 12] + [0] * 12 + list(range(12)))))
    parts.append(segment(0xC4, bytes([0x10, 1] + [0] * 15 + [0])))
    selectors = b"".join(bytes([at + 1, 0]) for at in range(count))
    parts.append(segment(0xDA, bytes([count]) + selectors + bytes([0, 63, 0])))
    return cut(words, b"".join(parts) + scan(blocks) + b"\xff\xd9")


# Fonts: a face of fonts/ with tables left out, renamed or added.

def doubling(glyph, rounds=40):
    """A GSUB table whose ligatures make two of a glyph, again and again (OpenType 1.9, GSUB lookup type 2)."""
    scripts = struct.pack(">H4sHHHHHHH", 1, b"DFLT", 8, 4, 0, 0, 0xFFFF, 1, 0)
    features = struct.pack(">H4sHHH", 1, b"liga", 8, 0, rounds) + struct.pack(f">{rounds}H", *range(rounds))
    lookups = struct.pack(f">H{rounds}H", rounds, *[2 + 2 * rounds] * rounds)
    lookups += struct.pack(">HHHH", 2, 0, 1, 8) + struct.pack(">HHHH", 1, 14, 1, 8)
    lookups += struct.pack(">HHH", 2, glyph, glyph) + struct.pack(">HHH", 1, 1, glyph)
    return struct.pack(">HHHHH", 1, 0, 10, 10 + len(scripts), 10 + len(scripts + features)) + scripts + features + lookups


def font(words, fonts):
    """`font FILE [without TABLE] [rename TABLE NEW] [with TABLE] [doubling GLYPH] [kind FOUR] [cut BYTES]`."""
    data = (fonts / words[0]).read_bytes()
    kind, tables = data[:4], {}
    for at in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16):
        tag, _, offset, length = struct.unpack(">4sIII", data[at : at + 16])
        tables[tag.decode()] = data[offset : offset + length]
    if "without" in words:
        del tables[option(words, "without")[0]]
    if "rename" in words:
        old, new = option(words, "rename", 2)
        tables[new.ljust(4)] = tables.pop(old)
    if "with" in words:
        tables[option(words, "with")[0]] = b"\0\1\0\0" * 8
    if "doubling" in words:
        tables["GSUB"] = doubling(int(option(words, "doubling")[0]))
    if "kind" in words:
        kind = option(words, "kind")[0].encode()
    head, body, start = b"", b"", 12 + 16 * len(tables)
    for tag in sorted(tables):
        head += struct.pack(">4sIII", tag.encode(), 0, start + len(body), len(tables[tag]))
        body += tables[tag] + b"\0" * (-len(tables[tag]) % 4)
    return cut(words, kind + struct.pack(">HHHH", len(tables), 0, 0, 0) + head + body)


def make(target, text, fonts):
    """Writes the file that the lines of a section describe."""
    first, *lines = [line for line in text.splitlines() if line.strip()]
    kind, *words = first.split()
    if kind == "fifo":
        os.mkfifo(target)
    elif kind == "zeros":  # takes no room on the disk
        with open(target, "wb") as file:
            file.truncate(int(words[0]) * 1024 * 1024)
    elif kind == "font":
        target.write_bytes(font(words, fonts))
    elif kind in MAKERS:
        target.write_bytes(MAKERS[kind](words, lines))
    else:
        raise MakeError(f"nothing is made by '{first}'")


MAKERS = {"text": repeated, "png": png, "jpeg": jpeg}


# What was painted

def unfilter(kind, line, above, step):
    out = bytearray(line)
    for i, value in enumerate(out):
        left, up = out[i - step] if i >= step else 0, above[i]
        corner = above[i - step] if i >= step else 0
        nearest = min((abs(up - corner), 0, left), (abs(left - corner), 1, up), (abs(left + up - 2 * corner), 2, corner))[2]
        out[i] = (value + (0, left, up, (left + up) // 2, nearest)[kind]) & 0xFF
    return out


def idat_data(data):
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"IDAT":
            yield data[at + 8 : at + 8 + length]
        at += 12 + length


def colours_at(path, text):
    """The lines `X,Y` or `X,Y #RRGGBB` with the colour that the PNG (8 bits a channel, not interlaced) has there."""
    data = path.read_bytes()
    width, _, depth, kind = struct.unpack(">IIBB", data[16:26])
    if depth != 8 or kind not in (2, 6):
        raise MakeError(f"{path}: not a PNG with 8-bit colours")
    step = 3 if kind == 2 else 4
    stream = zlib.decompress(b"".join(idat_data(data)))
    places = [tuple(map(int, line.split()[0].split(","))) for line in text.splitlines()]
    rows, above = [], bytes(width * step)
    for row in range(1 + max(y for _, y in places)):
        at = row * (width * step + 1)
        above = unfilter(stream[at], stream[at + 1 : at + 1 + width * step], above, step)
        rows.append(above)
    out = ""
    for x, y in places:
        out += "{},{} #{:02X}{:02X}{:02X}\n".format(x, y, *rows[y][x * step : x * step + 3])
    return out
