"""Runs the tap tests of Meltano's SDK with an executable, and additional tests for gaps in the SDK's tests.

TAP is the executable, CONFIG the path of its config. Streams come from `TAP --discover`, messages from `TAP`.
"""

import json
import os
import subprocess
import sys
import tempfile
from functools import lru_cache

from singer_sdk import Stream, Tap
from singer_sdk.testing import SuiteConfig, get_tap_test_class
from singer_sdk.testing.suites import SingerTestSuite
from singer_sdk.testing.templates import StreamTestTemplate, TapTestTemplate

EXECUTABLE = os.environ["TAP"]
CONFIG = os.environ["CONFIG"]


def run(*args):
    """Returns the stdout of the executable, which must end with exit code 0."""
    done = subprocess.run([EXECUTABLE, *args], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{' '.join(args)} ended with {done.returncode}: {done.stderr[-2000:]}"
    return done.stdout


@lru_cache
def discovered():
    return json.loads(run("--config", CONFIG, "--discover"))


def selecting_all():
    """Returns the path of the discovered catalog, with all streams selected."""
    catalog = json.loads(json.dumps(discovered()))
    for stream in catalog["streams"]:
        for item in stream["metadata"]:
            if not item["breadcrumb"]:
                item["metadata"]["selected"] = True
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(catalog, file)
    return file.name


class ExecutableStream(Stream):
    def get_records(self, context):
        raise NotImplementedError("the executable reads, not this class")


class ExecutableTap(Tap):
    name = "tap-under-test"
    config_jsonschema = {"type": "object", "properties": {}}

    def discover_streams(self):
        return [self.stream_of(entry) for entry in discovered()["streams"]]

    def stream_of(self, entry):
        stream = ExecutableStream(self, name=entry["tap_stream_id"], schema=entry["schema"])
        stream.primary_keys = entry["key_properties"]
        stream.replication_key = entry.get("replication_key")
        return stream

    @classmethod
    def print_version(cls, print_fn=print):
        assert run("--version").strip()

    @classmethod
    def print_about(cls, output_format=None):
        text = run("--about", *(["--format", output_format] if output_format else []))
        if output_format == "json":
            assert {"name", "version", "capabilities", "settings"} <= set(json.loads(text))

    def run_discovery(self):
        return run("--config", CONFIG, "--discover")

    @property
    def catalog_dict(self):
        return discovered()

    def run_sync_dry_run(self, dry_run_record_limit=None, streams=None):
        if streams is not None:
            run("--config", CONFIG, "--test")
        else:
            sys.stdout.write(run("--config", CONFIG, "--catalog", selecting_all()))
        return True


class SchemaComesFirst(TapTestTemplate):
    """The tap writes a stream's schema before its rows, and only schemas of existing streams."""

    name = "schema_comes_first"

    def test(self):
        announced = set()
        for message in self.runner.raw_messages:
            if message["type"] == "SCHEMA":
                announced.add(message["stream"])
            if message["type"] == "RECORD":
                assert message["stream"] in announced, f"{message['stream']} has a row before its schema"
        assert announced <= {entry["tap_stream_id"] for entry in discovered()["streams"]}


class VersionComesLast(TapTestTemplate):
    """The tap activates a version once, after all rows of its stream. All these rows have the version."""

    name = "version_comes_last"

    def test(self):
        activated = {}
        for message in self.runner.raw_messages:
            stream = message.get("stream")
            if message["type"] == "RECORD":
                assert stream not in activated, f"{stream} has a row after its version was activated"
            if message["type"] == "ACTIVATE_VERSION":
                activated[stream] = message["version"]
        for message in self.runner.record_messages:
            if message["stream"] in activated:
                assert message.get("version") == activated[message["stream"]]


class StateIsSelfContained(TapTestTemplate):
    """The last state is an object with bookmarks of existing streams, and names no stream in currently_syncing."""

    name = "state_is_self_contained"

    def test(self):
        value = self.runner.state_messages[-1]["value"]
        names = {entry["tap_stream_id"] for entry in discovered()["streams"]}
        incremental = {e["tap_stream_id"] for e in discovered()["streams"] if e.get("replication_key")}
        assert set(value["bookmarks"]) <= names
        assert incremental <= set(value["bookmarks"])
        assert value["currently_syncing"] is None


class KeysAreUnique(StreamTestTemplate):
    """Compares keys as tuples. The SDK's own test compares generators, which are never equal."""

    name = "keys_are_unique"

    def test(self):
        keys = [tuple(row[name] for name in self.stream.primary_keys) for row in self.stream_records]
        assert all(value is not None for key in keys for value in key)
        assert len(set(keys)) == len(keys)


OURS = [
    SingerTestSuite(kind="tap", tests=[SchemaComesFirst, VersionComesLast, StateIsSelfContained]),
    SingerTestSuite(kind="tap_stream", tests=[KeysAreUnique]),
]

def tests(**suites):
    return get_tap_test_class(ExecutableTap, config={}, suite_config=SuiteConfig(max_records_limit=None), **suites)


TestSdk = tests()
TestBeside = tests(
    include_tap_tests=False,
    include_stream_tests=False,
    include_stream_attribute_tests=False,
    custom_suites=OURS,
)
