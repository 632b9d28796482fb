#!/usr/bin/env python3
"""Plants pieces of one language in articles of another and counts what language/foreign-fragment finds.

usage: foreign_test.py STET [--each N] [--show missed|wrong|outside|quoted|spans]

The sentences are those of fixtures/sentences.toml. A piece of 2 to 20 words is put as a line of its own, as a sentence,
into the middle of a sentence and in quotation marks. Prints how much is found, with its language and its span, and
fails below the aims. The choice is the same on every run. Then the drafts of fixtures/inserts.toml are checked, in which
editors have left such pieces.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMES = dict(de="German", en="English", fr="French", es="Spanish", it="Italian", nl="Dutch", pt="Portuguese",
             pl="Polish", ru="Russian", tr="Turkish")
LENGTHS = [2, 3, 4, 5, 6, 8, 10, 14, 20]
PLACES = ["line", "sentence", "inside", "quoted"]
QUOTES = ["„“", "“”", "«»", '""', "‘’", "»«"]


def capital(piece):
    return piece[0].upper() + piece[1:]


def plant(rnd, sentences, place, home, other, length):
    """A text as (before, piece, behind), or nothing when the sentence is too short."""
    words = rnd.choice(sentences[other]).rstrip(".").split()
    if len(words) < length:
        return None
    first = rnd.randrange(len(words) - length + 1)
    piece = " ".join(words[first:first + length]).strip(",")
    own = rnd.sample(sentences[home], 6)
    if place == "line":
        return " ".join(own[:3]) + "\n\n", capital(piece), "\n\n" + " ".join(own[3:]) + "\n"
    if place == "sentence":
        return " ".join(own[:2]) + " ", capital(piece) + ".", " " + " ".join(own[2:]) + "\n"
    carrier = own[1].split()
    cut = rnd.randrange(3, len(carrier) - 3)
    marks = rnd.choice(QUOTES) if place == "quoted" else ""
    return (own[0] + " " + " ".join(carrier[:cut]) + " " + marks[:1], piece,
            marks[1:] + " " + " ".join(carrier[cut:]) + " " + " ".join(own[2:]) + "\n")


def check(stet, folder):
    run = subprocess.run([stet, "check", "--output-format", "json", "--no-cache", "--select",
                          "language/foreign-fragment", folder], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode())
    return json.loads(run.stdout)["diagnostics"]


def check_drafts(stet, show):
    """Of the drafts in fixtures/inserts.toml, the share of marked pieces that are found and named right, and the share of
    innocent drafts in which nothing is found."""
    drafts = tomllib.loads((ROOT / "fixtures" / "inserts.toml").read_text(encoding="utf-8"))["draft"]
    names = NAMES | dict(uk="Ukrainian")
    pieces = []
    with tempfile.TemporaryDirectory() as folder:
        for i, draft in enumerate(drafts):
            before, _, rest = draft["text"].lstrip().partition("⟦")
            piece, _, behind = rest.partition("⟧")
            begin = len(before.encode())
            pieces.append((begin, begin + len(piece.encode())))
            (pathlib.Path(folder) / f"{i}.md").write_text(before + piece + behind + "\n", encoding="utf-8")
        right, alarmed = set(), set()
        for found in check(stet, folder):
            i = int(pathlib.Path(found["path"]).stem)
            begin, end = pieces[i]
            if "left" not in drafts[i]:
                alarmed.add(i)
                if show == "outside":
                    print("draft", drafts[i]["in"], found["message"], "|", found["excerpt"])
            elif found["span"]["start"] < end and found["span"]["end"] > begin:
                if "in " + names[drafts[i]["left"]] in found["message"]:
                    right.add(i)
    guilty = [i for i, draft in enumerate(drafts) if "left" in draft]
    if show == "missed":
        for i in guilty:
            if i not in right:
                print("draft", drafts[i]["in"], drafts[i]["left"], drafts[i]["text"].strip())
    return len(right) / len(guilty), 1 - len(alarmed) / max(1, len(drafts) - len(guilty))


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1])
    parser.add_argument("stet")
    parser.add_argument("--each", type=int, default=90)
    parser.add_argument("--show", default="")
    args = parser.parse_args()
    sentences = tomllib.loads((ROOT / "fixtures" / "sentences.toml").read_text(encoding="utf-8"))
    rnd = random.Random(5)
    cases = []
    for length in LENGTHS:
        for place in PLACES:
            wanted = len(cases) + args.each
            while len(cases) < wanted:
                home, other = rnd.sample(list(NAMES), 2)
                text = plant(rnd, sentences, place, home, other, length)
                if text:
                    cases.append((length, place, home, other, text))
    clean = [" ".join(rnd.sample(s, len(s))) + "\n" for s in sentences.values()]
    with tempfile.TemporaryDirectory() as folder:
        for i, case in enumerate(cases):
            (pathlib.Path(folder) / f"{i}.txt").write_text("".join(case[4]), encoding="utf-8")
        for i, text in enumerate(clean):
            (pathlib.Path(folder) / f"{len(cases) + i}.txt").write_text(text, encoding="utf-8")
        found = collections.defaultdict(list)
        for diagnostic in check(args.stet, folder):
            found[int(pathlib.Path(diagnostic["path"]).stem)].append(diagnostic)

    total, hits, named, shared = (collections.Counter() for _ in range(4))
    outside = sum(len(found[len(cases) + i]) for i in range(len(clean)))
    for i, (length, place, home, other, text) in enumerate(cases):
        begin = len(text[0].encode())
        end = begin + len(text[1].encode())
        here = [d for d in found[i] if d["span"]["start"] < end and d["span"]["end"] > begin]
        outside += len(found[i]) - len(here)
        total[length, place] += 1
        told = f"{length} {place} {home}<{other} {text[1]} {[(d['message'], d['excerpt']) for d in found[i]]}"
        right = any("in " + NAMES[other] in d["message"] for d in here)
        overlap = 0.0
        if here:
            hits[length, place] += 1
            named[length, place] += right
            inside = sum(min(end, d["span"]["end"]) - max(begin, d["span"]["start"]) for d in here)
            overlap = inside / max(end - begin, sum(d["span"]["end"] - d["span"]["start"] for d in here))
            shared[length, place] += overlap
        if (args.show == "missed" and not here and place != "quoted" or args.show == "wrong" and here and not right or
                args.show == "quoted" and here and place == "quoted" or
                args.show == "outside" and len(found[i]) > len(here) or
                args.show == "spans" and here and overlap < 0.8):
            print(told)

    print("found / language named right / span shared, in %")
    print("words" + "".join(f"{p:>17}" for p in PLACES))
    for n in LENGTHS:
        cells = ""
        for p in PLACES:
            h = max(hits[n, p], 1)
            cells += f"{100 * hits[n, p] / total[n, p]:7.1f} {100 * named[n, p] / h:4.0f} {100 * shared[n, p] / h:4.0f}"
        print(f"{n:5}{cells}")

    def share(places, lengths):
        return sum(hits[n, p] for n in lengths for p in places) / sum(total[n, p] for n in lengths for p in places)

    long = [n for n in LENGTHS if n >= 4]
    drafts_right, drafts_silent = check_drafts(args.stet, args.show)
    failed = False
    for what, value, least in [
            ("lines and sentences of four words and more", share(["line", "sentence"], long), 0.97),
            ("inside a sentence, four words and more", share(["inside"], long), 0.90),
            ("lines of two or three words", share(["line"], [2, 3]), 0.60),
            ("silent in quotation marks", 1 - share(["quoted"], LENGTHS), 0.999),
            ("language named right", sum(named.values()) / max(1, sum(hits.values())), 0.98),
            ("found and named right in drafts", drafts_right, 0.90),
            ("silent in innocent drafts", drafts_silent, 0.99),
            ("precision", 1 - outside / max(1, sum(hits.values()) + outside), 0.999)]:
        failed = failed or value < least
        print(f"{what}: {100 * value:.1f} % (at least {100 * least:g}){' FAILED' if value < least else ''}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
