#!/usr/bin/env python3
"""Plant contradictions into clean articles, one at a time, and report how many are found.

usage: contradiction_test.py STET [--articles FOLDER | --corpus FILE.jsonl…] [--most N] [--missed] [--least SHARE]

A sentence that says what an event is about goes to the end of one paragraph, and one that denies it to the end of a
later one; the prose around them is the article's. The articles themselves must stay silent. Exits with 1 when one of
them does not, or when less than SHARE of what was planted is found.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Sentences with {t}, the topic with its article, and {T}, the same with a capital. The wordings are what people write,
# not what the lexicon holds.
WORDS = {
    "de": {
        "topics": ["der Radweg am Kanal", "die Grundsteuer", "der Nahverkehr", "die Klinik", "das Stadtarchiv", "der Ukraine-Krieg"],
        "affirm": [
            "Bei den Gesprächen am Donnerstag geht es um {a}.", "Die Gespräche drehen sich um {a}.",
            "Im Mittelpunkt der Gespräche steht {t}.", "Auf der Tagesordnung der Gespräche steht {t}.",
            "Zentrales Thema der Gespräche ist {t}.", "Die Gespräche befassen sich mit {d}.",
            "Begonnen haben die Gespräche über {a}.", "In den Gesprächen wird vor allem {t} besprochen.",
            "{T} ist Gegenstand der Gespräche.", "Bei den Gesprächen soll über {a} verhandelt werden.",
        ],
        "deny": [
            "{T} steht nicht auf der Tagesordnung der Gespräche.", "Um {a} geht es bei den Gesprächen nicht.",
            "{T} ist kein Thema der Gespräche.", "Bei den Gesprächen spielt {t} keine Rolle.",
            "{T} wird in den Gesprächen nicht behandelt.", "Die Gespräche drehen sich nicht um {a}.",
            "{T} bleibt bei den Gesprächen außen vor.", "Über {a} wird bei den Gesprächen nicht gesprochen.",
            "Mit {d} befassen sich die Gespräche nicht.", "In den Gesprächen wird {t} ausgeklammert.",
        ],
        "forms": {
            "der Radweg am Kanal": ("den Radweg am Kanal", "dem Radweg am Kanal"),
            "der Nahverkehr": ("den Nahverkehr", "dem Nahverkehr"), "die Grundsteuer": ("die Grundsteuer", "der Grundsteuer"),
            "die Klinik": ("die Klinik", "der Klinik"), "das Stadtarchiv": ("das Stadtarchiv", "dem Stadtarchiv"),
            "der Ukraine-Krieg": ("den Ukraine-Krieg", "dem Ukraine-Krieg"),
        },
    },
    "en": {
        "topics": ["the cycle path", "the property tax", "school meals", "the harbour", "the war in Ukraine", "rail freight"],
        "affirm": [
            "The talks on Thursday are about {t}.", "The talks focus on {t}.", "At the heart of the talks is {t}.",
            "{T} will be discussed at the talks.", "The talks deal with {t}.", "The talks on {t} began at noon.",
            "On the agenda of the talks is {t}.", "The talks will address {t}.",
        ],
        "deny": [
            "{T} will not be on the agenda of the talks.", "The talks are not about {t}.", "{T} was not discussed at the talks.",
            "The talks do not deal with {t}.", "{T} played no part in the talks.", "{T} was left out of the talks.",
            "The talks will not touch on {t}.", "The talks did not cover {t}.", "{T} did not come up at the talks.",
        ],
    },
    "fr": {
        "topics": ["la piste cyclable", "la cantine", "le port", "la taxe foncière", "la guerre en Ukraine"],
        "affirm": [
            "Les discussions portent sur {t}.", "Les discussions se concentrent sur {t}.", "Les discussions concernent {t}.",
            "{T} est au centre des discussions.", "Lors des discussions, {t} sera à l'ordre du jour.",
        ],
        "deny": [
            "{T} ne figure pas à l'ordre du jour des discussions.", "Les discussions ne portent pas sur {t}.",
            "Lors des discussions, {t} ne sera pas sur la table.", "Les discussions ne concernent pas {t}.",
        ],
    },
    "es": {
        "topics": ["el carril bici", "la piscina", "la tasa turística", "la guerra de Ucrania"],
        "affirm": [
            "Las negociaciones se centran en {t}.", "Las negociaciones versan sobre {t}.", "Las negociaciones abordan {t}.",
            "{T} está en el orden del día de las negociaciones.", "Las negociaciones sobre {t} comenzaron ayer.",
        ],
        "deny": [
            "{T} no figura en el orden del día de las negociaciones.", "Las negociaciones no se centran en {t}.",
            "En las negociaciones no se aborda {t}.", "Las negociaciones no tratan sobre {t}.",
        ],
    },
    "it": {
        "topics": ["la pista ciclabile", "la piscina", "la tassa di soggiorno", "la guerra in Ucraina"],
        "affirm": [
            "I negoziati riguardano {t}.", "{T} è al centro dei negoziati.", "{T} è all'ordine del giorno dei negoziati.",
            "Ai negoziati si discute {t}.", "I negoziati affrontano {t}.",
        ],
        "deny": [
            "{T} non è all'ordine del giorno dei negoziati.", "I negoziati non riguardano {t}.",
            "Nei negoziati {t} non viene discussa.", "{T} non fa parte dei negoziati.",
        ],
    },
}


def contradiction(language, chance):
    words = WORDS[language]
    topic = chance.choice(words["topics"])
    accusative, dative = words.get("forms", {}).get(topic, (topic, topic))
    forms = {"t": topic, "T": topic[0].upper() + topic[1:], "a": accusative, "d": dative}
    affirm, deny = chance.choice(words["affirm"]), chance.choice(words["deny"])
    return affirm.format(**forms), deny.format(**forms), (affirm, deny)


def prose(paragraph):
    return len(paragraph) > 120 and paragraph[0] not in "#-*|<>" and paragraph.rstrip()[-1] in ".!?"


def planted(text, language, chance):
    """The article with a contradiction in it, or nothing when it has too few paragraphs."""
    parts = text.split("\n\n") if "\n\n" in text else text.split("\n")
    joint = "\n\n" if "\n\n" in text else "\n"
    at = [i for i, part in enumerate(parts) if part.strip() and prose(part.strip())]
    if len(at) < 2:
        return None
    first, second = sorted(chance.sample(at, 2))
    affirm, deny, template = contradiction(language, chance)
    if chance.random() < 0.3:
        affirm, deny = deny, affirm
    parts[first] = parts[first].rstrip() + " " + affirm
    parts[second] = parts[second].rstrip() + " " + deny
    return joint.join(parts), template


def findings(stet, folder):
    run = subprocess.run([stet, "check", "--no-cache", "--select", "contradiction/topic", "--output-format", "json", str(folder)],
                         capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode()[-800:])
    return json.loads(run.stdout)["diagnostics"]


def articles(args):
    for path in args.corpus:
        for row in map(json.loads, path.open(encoding="utf-8")):
            yield path.stem.rsplit("_", 1)[-1], f"{path.stem}-{row['id']}", row["text"]
    if not args.corpus:
        for path in sorted(args.articles.iterdir()):
            if path.suffix in (".md", ".txt"):
                yield path.name[:2], path.stem, path.read_text(encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("stet")
    parser.add_argument("--articles", type=pathlib.Path, default=ROOT / "fixtures/clean")
    parser.add_argument("--corpus", type=pathlib.Path, nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=5, help="contradictions for each article")
    parser.add_argument("--most", type=int, default=400, help="articles")
    parser.add_argument("--missed", action="store_true", help="list the wordings that were missed")
    parser.add_argument("--least", type=float, default=0.0)
    args = parser.parse_args()
    chance = random.Random(7)
    chosen = [a for a in articles(args) if a[0] in WORDS]
    chance.shuffle(chosen)
    texts, clean = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "clean").mkdir()
        (root / "planted").mkdir()
        for language, name, text in chosen[: args.most]:
            head = f"---\nlang: {language}\n---\n\n" if not text.startswith("---") else ""
            number = len(clean)
            clean[f"{number}.md"] = name
            (root / "clean" / f"{number}.md").write_text(head + text, encoding="utf-8")
            for i in range(args.rounds):
                made = planted(text, language, chance)
                if made is None:
                    continue
                file = f"{number}-{i}.md"
                texts[file] = (language, name, made[1])
                (root / "planted" / file).write_text(head + made[0], encoding="utf-8")
        alarms = findings(args.stet, root / "clean")
        silent = {pathlib.Path(d["path"]).name for d in alarms}
        found = {pathlib.Path(d["path"]).name for d in findings(args.stet, root / "planted")}
    for alarm in alarms:
        print(f"alarm in {clean[pathlib.Path(alarm['path']).name]}: {alarm['message']}")
    total, hits, wordings = collections.Counter(), collections.Counter(), collections.Counter()
    for file, (language, _, template) in texts.items():
        total[language] += 1
        hits[language] += file in found
        if file not in found:
            wordings[template] += 1
    print(f"{len(clean)} articles, {len(silent)} with an alarm")
    for language in sorted(total):
        print(f"{language}: {hits[language]} of {total[language]} planted contradictions found")
    if args.missed:
        for (affirm, deny), count in wordings.most_common(30):
            print(f"  {count}  {affirm}  /  {deny}")
    share = sum(hits.values()) / max(1, sum(total.values()))
    print(f"recall {share:.2f}")
    return 0 if not alarms and share >= args.least else 1


if __name__ == "__main__":
    sys.exit(main())
