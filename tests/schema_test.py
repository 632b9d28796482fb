#!/usr/bin/env python3
"""Validates what stet ships and prints with the schemas in schema/.

usage: schema_test.py STET
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent
STET = str(pathlib.Path(sys.argv.pop(1)).resolve())


def validator(name):
    schema = json.loads((ROOT / "schema" / name).read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def errors(check, value):
    return [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in check.iter_errors(value)]


def printed(output_format, path):
    command = [STET, "check", "--isolated", "--output-format", output_format, path]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=False).stdout


def findings(path):
    return json.loads(printed("json", path))


def lines(path):
    return printed("jsonl", path).splitlines()


class Rules(unittest.TestCase):
    def test_every_shipped_rule_is_valid(self):
        check = validator("rule.schema.json")
        files = [f for f in sorted((ROOT / "rules").rglob("*.toml")) if f.parent.name != "lexicon"]
        self.assertGreater(len(files), 40)
        for file in files:
            with self.subTest(file=file.name):
                self.assertEqual(errors(check, tomllib.loads(file.read_text())), [])

    def test_mistakes_are_not(self):
        check = validator("rule.schema.json")
        good = (ROOT / "rules" / "ad" / "label.toml").read_text()
        for old, new in (("kind ", "kinds "), ('"warning"', '"grave"'), ("[de]", "[german]"), ("lines", "line")):
            with self.subTest(new=new):
                self.assertIn(old, good)
                self.assertNotEqual(errors(check, tomllib.loads(good.replace(old, new))), [])


def asked_for(*sources):
    """The keys that the program's readers of TOML name."""
    text = "".join((ROOT / "src" / source).read_text() for source in sources)
    getter = r"\.(?:find|require|boolean|integer|number|strings?|tables?|one_of|some_of)"
    return set(re.findall(getter + r'\(\s*"([a-z-]+)"', text))


def unknown_keys(folder, command, files):
    """The keys that the program does not know in files of a folder."""
    for name, text in files.items():
        path = pathlib.Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    result = subprocess.run([STET, *command], cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 2, result.stdout
    return sorted(set(re.findall(r'unknown key "([^"]+)"', result.stderr)))


class Keys(unittest.TestCase):
    """What the schemas allow, the program reads, and the other way round."""

    def test_of_rules(self):
        schema = validator("rule.schema.json").schema
        properties = schema["properties"]
        known = set(properties) | set(properties["fix"]["properties"])
        for example in ("bad", "good"):
            known |= set(properties[example]["items"]["properties"])
        self.assertEqual(asked_for("rule/parse_rule.cpp", "rule/read_examples.cpp") - known, set())

        # Every key holds a value of a wrong type: that is another mistake than an unknown key.
        files = {}
        specific = set()
        for entry in schema["allOf"]:
            specific |= set(entry["then"].get("properties", {}))
        for entry in schema["allOf"]:
            kind = entry["if"]["properties"]["kind"]["const"]
            own = entry["then"].get("properties", {})
            (section,) = entry["then"]["patternProperties"].values()
            keys = (set(properties) - specific | set(own)) - {"kind", "fix", "bad", "good"}
            lines = [f'kind = "{kind}"', *(f"{key} = 0" for key in sorted(keys)), "[fix]"]
            lines += [f"{key} = 0" for key in properties["fix"]["properties"]]
            for example in ("bad", "good"):
                lines += [f"[[{example}]]", *(f"{key} = 0" for key in properties[example]["items"]["properties"])]
            lines += ["[de]", *(f"{key} = 0" for key in section["properties"])]
            files[f"own/{kind}.toml"] = "\n".join(lines) + "\n"
        self.assertGreater(len(files), 10)
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(unknown_keys(folder, ["rules", "--rules", "."], files), [])
            name, text = next(iter(files.items()))
            self.assertEqual(unknown_keys(folder, ["rules", "--rules", "."], {name: "zzz = 0\n" + text}), ["zzz"])

    def test_of_the_configuration(self):
        properties = validator("config.schema.json").schema["properties"]
        paths = properties["paths"]["items"]["properties"]
        self.assertEqual(asked_for("engine/config.cpp"), set(properties) | set(paths))
        text = "".join(f"{key} = 0\n" for key in properties if key != "paths")
        text += "[[paths]]\n" + "".join(f"{key} = 0\n" for key in paths)
        with tempfile.TemporaryDirectory() as folder:
            files = {"stet.toml": text, "a.md": "Ein Satz.\n"}
            self.assertEqual(unknown_keys(folder, ["check", "a.md"], files), [])
            files["stet.toml"] = "zzz = 0\n" + text
            self.assertEqual(unknown_keys(folder, ["check", "a.md"], files), ["zzz"])


class Configuration(unittest.TestCase):
    def starter(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([STET, "init", folder], check=True, stdout=subprocess.DEVNULL)
            text = (pathlib.Path(folder) / "stet.toml").read_text()
        lines = [line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in text.splitlines()]
        return text, "\n".join(lines)

    def accepted(self, text):
        with tempfile.TemporaryDirectory() as folder:
            base = pathlib.Path(folder)
            (base / "stet.toml").write_text(text)
            (base / "a.md").write_text("Ein Satz.\n")
            (base / "house-rules").mkdir()
            (base / "stet-baseline.json").write_text('{"version": 1, "findings": {}}')
            result = subprocess.run([STET, "check", "a.md"], cwd=base, capture_output=True, text=True, check=False)
            return result.returncode != 2, result.stderr

    def test_the_starter_is_valid(self):
        check = validator("config.schema.json")
        for text in self.starter():
            self.assertEqual(errors(check, tomllib.loads(text)), [])

    def test_schema_and_program_know_the_same_keys(self):
        check = validator("config.schema.json")
        _, text = self.starter()
        used = tomllib.loads(text)
        self.assertEqual(sorted(used), sorted(check.schema["properties"]))
        for wrong in ('colour = "red"', 'fail-on = "grave"', '[severity]\n"ad/promo" = "high"', '[[paths]]\nignore = ["ad"]',
                      '[formats]\n"*.x" = "word"', 'locale = "xx"', 'select = "ad"'):
            with self.subTest(wrong=wrong):
                self.assertNotEqual(errors(check, tomllib.loads(wrong)), [])
                accepted, complaint = self.accepted(wrong)
                self.assertFalse(accepted, complaint)


class Findings(unittest.TestCase):
    def test_what_is_printed_of_every_fixture_is_valid(self):
        check = validator("diagnostics.schema.json")
        report = findings("fixtures")
        self.assertGreater(len(report["diagnostics"]), 30)
        self.assertEqual(errors(check, report), [])
        for line in lines("fixtures"):
            self.assertEqual(errors(check, {"version": 1, "diagnostics": [json.loads(line)]}), [])


if __name__ == "__main__":
    unittest.main()
