"""Runs the source tests of airbyte-cdk with an executable: COMMAND is its command line."""

import os
import shlex
import subprocess

import pytest
from airbyte_cdk.test import entrypoint_wrapper
from airbyte_cdk.test.entrypoint_wrapper import EntrypointOutput
from airbyte_cdk.test.standard_tests.source_base import SourceTestSuiteBase

COMMAND = shlex.split(os.environ["COMMAND"])


def run(source, args, expecting_exception=None, *, expected_outcome=None):
    """Returns the output of the executable, in airbyte-cdk's form for the output of its own sources."""
    done = subprocess.run([*COMMAND, *args], capture_output=True, text=True, timeout=120)
    failure = subprocess.CalledProcessError(done.returncode, done.args) if done.returncode else None
    lines = done.stdout.splitlines()
    return EntrypointOutput(lines, failure, command=done.args, stderr=done.stderr)


class Executable:
    """Replaces a source of airbyte-cdk. The tests never call its methods."""

    def spec(self, logger):
        raise NotImplementedError("the executable answers, not this class")


class TestExecutable(SourceTestSuiteBase):
    test_docker_image_build_and_spec = None
    test_docker_image_build_and_check = None
    test_docker_image_build_and_config_matches_spec = None
    test_docker_image_build_and_discover = None
    test_docker_image_build_and_read = None
    test_docker_image_spec_backward_compatibility = None

    @pytest.fixture(autouse=True)
    def over_the_executable(self, monkeypatch):
        monkeypatch.setattr(entrypoint_wrapper, "_run_command", run)

    @classmethod
    def create_connector(cls, scenario):
        return Executable()
