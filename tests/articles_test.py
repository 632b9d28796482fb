#!/usr/bin/env python3
"""Checks the articles of fixtures/articles against what is marked in their siblings, and every place by a count of its
own.

Beside each article lies ARTICLE.marked: its text in UTF-8, with ⟦rule:…⟧ around everything that must be reported.

usage: articles_test.py STET           compares
       articles_test.py STET --write   writes the siblings anew from what STET reports, to be read as a diff
"""
import json
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
STET = str(pathlib.Path(sys.argv.pop(1)).resolve())
FOLDER = pathlib.Path("fixtures/articles")
ARTICLES = sorted(f for f in (ROOT / FOLDER).iterdir() if f.suffix in (".md", ".txt", ".html"))
MARK = re.compile(r"⟦([a-z-]+/[a-z-]+):|⟧")


def decoded(data):
    """The text, and how many bytes of the file stand before each of its characters and at its end."""
    encoding = "utf-16-le" if data.startswith(b"\xff\xfe") else "utf-8"
    text = data.decode(encoding)
    places = [0]
    for character in text:
        places.append(places[-1] + len(character.encode(encoding)))
    begin = 1 if text.startswith("\ufeff") else 0
    return text[begin:], places[begin:]


def read_marked(marked):
    """The text without marks, and (rule, begin, end) of each in characters."""
    text, found, opened, done = "", [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        if mark[1]:
            opened.append((mark[1], len(text)))
        else:
            rule, begin = opened.pop()
            found.append((rule, begin, len(text)))
    assert not opened, f"a mark is never closed: {opened}"
    return text + marked[done:], sorted(found, key=lambda item: (item[1], item[2], item[0]))


def write_marked(text, found):
    marks = []
    for rule, begin, end in found:
        marks.append((begin, 1, -end, f"⟦{rule}:"))
        marks.append((end, 0, -begin, "⟧"))
    for place, _, _, mark in sorted(marks, reverse=True):
        text = text[:place] + mark + text[place:]
    return text


def findings():
    command = [STET, "check", "--isolated", "--output-format", "json", str(FOLDER)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert run.returncode in (0, 1), run.stderr.decode()
    return json.loads(run.stdout)["diagnostics"]


def found_in(article, diagnostics):
    _, places = decoded(article.read_bytes())
    return [(d["rule"], places.index(d["span"]["start"]), places.index(d["span"]["end"])) for d in diagnostics
            if d["path"] == str(FOLDER / article.name)]


class Articles(unittest.TestCase):
    maxDiff = None

    def test_what_is_marked_is_found_and_nothing_else(self):
        diagnostics = findings()
        self.assertGreaterEqual(len(ARTICLES), 12)
        for article in ARTICLES:
            with self.subTest(article=article.name):
                text, _ = decoded(article.read_bytes())
                unmarked, expected = read_marked((FOLDER_ROOT / f"{article.name}.marked").read_bytes().decode())
                self.assertEqual(unmarked, text, "the sibling holds another text")
                found = sorted(found_in(article, diagnostics), key=lambda item: (item[1], item[2], item[0]))
                show = lambda items: [f"{rule} {begin}-{end} “{text[begin:end]}”" for rule, begin, end in items]
                self.assertEqual(show(found), show(expected))

    def test_every_place_is_right(self):
        for diagnostic in findings():
            for place in [diagnostic, *diagnostic["related"]]:
                with self.subTest(path=place["path"], rule=diagnostic["rule"]):
                    text, places = decoded((ROOT / place["path"]).read_bytes())
                    begin, end = (places.index(place["span"][which]) for which in ("start", "end"))
                    if "excerpt" in place:
                        self.assertEqual(text[begin:end], place["excerpt"])
                    for which, at in (("start", begin), ("end", end)):
                        before = text[:at].replace("\r\n", "\n")
                        line = before.rsplit("\n", 1)[-1]
                        self.assertEqual(place[which], {"line": before.count("\n") + 1, "column": len(line) + 1,
                                                        "utf16": len(line.encode("utf-16-le")) // 2})


FOLDER_ROOT = ROOT / FOLDER

if __name__ == "__main__":
    if "--write" in sys.argv:
        diagnostics = findings()
        for article in ARTICLES:
            text, _ = decoded(article.read_bytes())
            marked = write_marked(text, found_in(article, diagnostics))
            (FOLDER_ROOT / f"{article.name}.marked").write_bytes(marked.encode())
    else:
        unittest.main()
