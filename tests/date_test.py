#!/usr/bin/env python3
"""Random dates in many shapes, right and wrong; and that nothing asks the clock.

usage: date_test.py STET

The calendar is Python's, the names are written here, so that neither comes from what is tested.
"""
import datetime
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

STET = str(pathlib.Path(sys.argv.pop(1)).resolve())
ROOT = pathlib.Path(__file__).resolve().parent.parent

LANGUAGES = {
    "de": ("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", "Mo Di Mi Do Fr Sa So",
           "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
           ["Am {w}, {d}. {m} {y}, beginnt der Markt.", "Am {w}, dem {d}. {m} {y}, beginnt der Markt.",
            "Es war {w}, der {d}. {m} {y}.", "Termin: {w} {d}.{n}.{y}", "Termin: {s}., {d:02}.{n:02}.{y}, 18 Uhr",
            "Der Markt ({w}, {d}. {m} {y}) beginnt.", "Am {d}. {m} {y}, einem {w}, begann der Markt.",
            "Der {d}. {m} {y} war ein {w}.", "Am {w}abend, {d}. {m} {y}, war es still.",
            "Am {w}, {y}-{n:02}-{d:02}, beginnt er."]),
    "en": ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "Mon Tue Wed Thu Fri Sat Sun",
           "January February March April May June July August September October November December",
           ["On {w}, {m} {d}, {y}, the fair opens.", "On {w}, {d} {m} {y} the fair opens.",
            "On {w} {d} {m} {y} the fair opens.", "It was {w}, the {o} of {m}, {y}.", "When: {s}, {d} {m} {y}, 6 pm",
            "The fair ({w}, {m} {o}, {y}) opens.", "{m} {d}, {y} ({w}) is the day.", "{d} {m} {y} was a {w}.",
            "On {w} evening, {m} {d}, {y}, it was quiet.", "Due {w} {y}-{n:02}-{d:02} at noon."]),
    "fr": ("lundi mardi mercredi jeudi vendredi samedi dimanche", "lun. mar. mer. jeu. ven. sam. dim.",
           "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
           ["Le marché ouvre le {w} {f} {m} {y}.", "Rendez-vous le {w} {f} {m} {y} à 20 heures.",
            "{W} {f} {m} {y} : réunion.", "La foire ({w} {f} {m} {y}) ouvre.", "Le {w} {d:02}/{n:02}/{y} au soir.",
            "Date : {w}, {f} {m} {y}"]),
    "es": ("lunes martes miércoles jueves viernes sábado domingo", "lun mar mié jue vie sáb dom",
           "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
           ["La feria abre el {w} {d} de {m} de {y}.", "La feria abre el {w}, {d} de {m} de {y}.",
            "{W} {d} de {m} de {y}: reunión.", "La feria ({w} {d} de {m} del {y}) abre.", "Fecha: {w}, {d} de {m} de {y}"]),
    "it": ("lunedì martedì mercoledì giovedì venerdì sabato domenica", "lun mar mer gio ven sab dom",
           "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
           ["La fiera apre {w} {d} {m} {y}.", "La fiera apre {w}, {d} {m} {y}.", "{W} {d} {m} {y}: riunione.",
            "La fiera ({w} {d} {m} {y}) apre.", "Data: {w} {d} {m} {y}, ore 18"]),
    "nl": ("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", "ma di wo do vr za zo",
           "januari februari maart april mei juni juli augustus september oktober november december",
           ["De markt begint op {w} {d} {m} {y}.", "De markt begint op {w}, {d} {m} {y}.", "{W} {d} {m} {y}: vergadering.",
            "De markt ({w} {d} {m} {y}) begint."]),
}

# Four shapes each: the right weekday of 8 April 2025, and then a wrong one in the same words.
SHAPES = {
    "de": [("Dienstag, 8. April 2025", "Donnerstag, 8. April 2025"), ("Di., 8.4.2025", "Do., 8.4.2025"),
           ("Dienstag, den 8. April 2025", "Sonnabend, den 8. April 2025"), ("8. April 2025 (Dienstag)", "8. April 2025 (Freitag)")],
    "en": [("Tuesday, April 8, 2025", "Thursday, April 8, 2025"), ("Tue 8 Apr 2025", "Thu 8 Apr 2025"),
           ("Tuesday the 8th of April 2025", "Thursday the 8th of April 2025"), ("April 8, 2025 (Tuesday)", "April 8, 2025 (Friday)")],
    "fr": [("le mardi 8 avril 2025", "le jeudi 8 avril 2025"), ("Mardi 8 avril 2025", "Jeudi 8 avril 2025"),
           ("mar. 8 avr. 2025", "jeu. 8 avr. 2025"), ("mardi 1er avril 2025", "jeudi 1er avril 2025")],
    "es": [("el martes 8 de abril de 2025", "el jueves 8 de abril de 2025"), ("martes, 8 de abril de 2025", "jueves, 8 de abril de 2025"),
           ("Martes 8 de abril del 2025", "Jueves 8 de abril del 2025"), ("8 de abril de 2025 (martes)", "8 de abril de 2025 (jueves)")],
    "it": [("martedì 8 aprile 2025", "giovedì 8 aprile 2025"), ("Martedì, 8 aprile 2025", "Giovedì, 8 aprile 2025"),
           ("martedì 1° aprile 2025", "giovedì 1° aprile 2025"), ("8 aprile 2025 (martedì)", "8 aprile 2025 (giovedì)")],
    "nl": [("dinsdag 8 april 2025", "donderdag 8 april 2025"), ("Dinsdag, 8 april 2025", "Donderdag, 8 april 2025"),
           ("di 8 apr. 2025", "do 8 apr. 2025"), ("8 april 2025 (dinsdag)", "8 april 2025 (donderdag)")],
    "pt": [("terça-feira, 8 de abril de 2025", "quinta-feira, 8 de abril de 2025"), ("terça, 8 de abril de 2025", "quinta, 8 de abril de 2025"),
           ("Terça-feira 8 de abril de 2025", "Quinta-feira 8 de abril de 2025"), ("8 de abril de 2025 (terça-feira)", "8 de abril de 2025 (quinta-feira)")],
    "pl": [("wtorek, 8 kwietnia 2025", "czwartek, 8 kwietnia 2025"), ("we wtorek 8 kwietnia 2025 r.", "w czwartek 8 kwietnia 2025 r."),
           ("wtorek 8.04.2025", "czwartek 8.04.2025"), ("8 kwietnia 2025 (wtorek)", "8 kwietnia 2025 (czwartek)")],
    "ru": [("вторник, 8 апреля 2025 года", "четверг, 8 апреля 2025 года"), ("во вторник 8 апреля 2025 г.", "в четверг 8 апреля 2025 г."),
           ("вторник 08.04.2025", "четверг 08.04.2025"), ("8 апреля 2025 (вторник)", "8 апреля 2025 (четверг)")],
    "cs": [("úterý 8. dubna 2025", "čtvrtek 8. dubna 2025"), ("v úterý 8. dubna 2025", "ve čtvrtek 8. dubna 2025"),
           ("úterý 8. 4. 2025", "čtvrtek 8. 4. 2025"), ("8. dubna 2025 (úterý)", "8. dubna 2025 (čtvrtek)")],
    "sv": [("tisdag 8 april 2025", "torsdag 8 april 2025"), ("tisdagen den 8 april 2025", "torsdagen den 8 april 2025"),
           ("Tisdag, 8 april 2025", "Torsdag, 8 april 2025"), ("8 april 2025 (tisdag)", "8 april 2025 (torsdag)")],
    "tr": [("8 Nisan 2025 Salı", "8 Nisan 2025 Perşembe"), ("8 Nisan 2025, Salı", "8 Nisan 2025, Perşembe"),
           ("8 Nisan 2025 (Salı)", "8 Nisan 2025 (Perşembe)"), ("08.04.2025 Salı", "08.04.2025 Perşembe")],
    "ja": [("2025年4月8日（火）", "2025年4月8日（木）"), ("2025年4月8日火曜日", "2025年4月8日木曜日"),
           ("2025年4月8日(火曜日)", "2025年4月8日(木曜日)"), ("令和7年4月8日（火）", "令和7年4月8日（木）")],
}


def check(files, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (pathlib.Path(folder) / name).write_text(text)
        command = [STET, "check", "--output-format", "jsonl", "--select", "date", *arguments, *files]
        result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=False)
        return [json.loads(line) for line in result.stdout.splitlines()]


class Dates(unittest.TestCase):
    def test_a_hundred_thousand_random_dates(self):
        chance = random.Random(20250408)
        first = datetime.date(1931, 1, 1).toordinal()
        last = datetime.date(2099, 12, 31).toordinal()
        for language, (weekdays, short, months, shapes) in LANGUAGES.items():
            weekdays, short, months = weekdays.split(), short.split(), months.split()
            lines, wrong = [], set()
            for number in range(1, 16701):
                day = datetime.date.fromordinal(chance.randint(first, last))
                weekday = day.weekday()
                if number % 2:
                    weekday = (weekday + chance.randint(1, 6)) % 7
                shape = chance.choice(shapes)
                ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
                text = shape.format(w=weekdays[weekday], W=weekdays[weekday].capitalize(), s=short[weekday], d=day.day, n=day.month,
                                    m=months[day.month - 1], y=day.year, o=f"{day.day}{ending}",
                                    f="1er" if day.day == 1 else day.day)
                lines.append(text)
                # A slashed date may be of either order; then only what fits neither is wrong.
                other = None
                if "/" in text and day.day <= 12:
                    other = datetime.date(day.year, day.day, day.month).weekday()
                if number % 2 and other != weekday:
                    wrong.add(2 * number - 1)
            found = {d["start"]["line"] for d in check({"a.txt": "\n\n".join(lines)}, "--lang", language)}
            show = lambda numbers: [lines[n // 2] for n in sorted(numbers)[:5]]  # noqa: E731
            self.assertEqual(show(found - wrong), [], f"{language}: right ones reported")
            self.assertEqual(show(wrong - found), [], f"{language}: wrong ones missed")

    def test_shapes_of_thirteen_languages(self):
        for language, pairs in SHAPES.items():
            for right, wrong in pairs:
                with self.subTest(language=language, shape=right):
                    self.assertEqual(check({"a.md": f"{right}\n"}, "--lang", language), [])
                    found = check({"a.md": f"{wrong}\n"}, "--lang", language)
                    self.assertEqual([d["rule"] for d in found], ["date/weekday-mismatch"], wrong)

    def test_the_clock_is_not_asked(self):
        faketime = shutil.which("faketime")
        self.assertIsNotNone(faketime, "faketime is needed")
        text = "# Markt\n\nAm Donnerstag, 8. April, beginnt er, am 8.4.25 endet er. Vergangene Woche war Ruhe.\n"
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "a.md").write_text(text)
            files = ["a.md", str(ROOT / "fixtures" / "articles")]
            outputs = set()
            for clock in ([], [faketime, "1925-04-08 12:00:00"], [faketime, "2125-04-08 12:00:00"]):
                command = [*clock, STET, "check", "--output-format", "json", *files]
                outputs.add(subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=False).stdout)
            self.assertEqual(len(outputs), 1)


if __name__ == "__main__":
    unittest.main()
