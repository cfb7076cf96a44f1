"""Syncs many Intercom workspaces with Airflow: a task for each, with a config, a state and files of its own.

Each folder in INTERCOM_WORKSPACES that holds a config.json is a workspace. There may be a catalog.json beside it; the
rest is written: messages/*.jsonl with the messages of each run, and state.json, from which the next run resumes.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

from airflow.sdk import dag, task

WORKSPACES = Path(os.environ.get("INTERCOM_WORKSPACES", "/opt/intercom/workspaces"))
TAP = os.environ.get("INTERCOM_TAP", "tap-intercom")


# Two runs would read the same workspaces at the same time.
@dag(schedule="@hourly", max_active_runs=1)
def intercom() -> None:
    @task
    def workspaces() -> list[str]:
        return sorted(config.parent.name for config in WORKSPACES.glob("*/config.json"))

    @task(
        retries=3,
        retry_delay=timedelta(minutes=5),
        execution_timeout=timedelta(hours=12),
        max_active_tis_per_dag=16,
        map_index_template="{{ task.op_kwargs['workspace'] }}",
    )
    def sync(workspace: str) -> None:
        run_tap(WORKSPACES / workspace)

    sync.expand(workspace=workspaces())


def run_tap(folder: Path) -> None:
    """Runs the tap once. Raises if the tap fails: its messages are kept, and the next run resumes from its last state."""
    messages = folder / "messages"
    messages.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        # The tap also holds the lock. If the task ends before the tap, the next task does not start a second tap.
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for left in messages.glob("*.part"):
            finish(left, folder / "state.json")
        command = [TAP, "--config", str(folder / "config.json")]
        for option in ("catalog", "state"):
            path = folder / f"{option}.json"
            if path.exists():
                command += [f"--{option}", str(path)]
        part = messages / f"{datetime.now(timezone.utc):%Y%m%dT%H%M%S.%f}.part"
        try:
            with part.open("xb") as output:
                # A task talks to Airflow through its stdin. Airflow would wait for any process that inherits it.
                stdin = subprocess.DEVNULL
                subprocess.run(command, stdin=stdin, stdout=output, check=True, pass_fds=[lock.fileno()])
        finally:
            finish(part, folder / "state.json")


def finish(part: Path, state: Path) -> None:
    """Saves the complete lines of a run to the disk, and then the last state among them."""
    last = b""
    length = 0
    with part.open("r+b") as lines:
        for line in lines:
            if not line.endswith(b"\n"):
                break
            length += len(line)
            if line.startswith(b'{"type":"STATE"'):
                last = line
        lines.truncate(length)
        os.fsync(lines.fileno())
    if last:
        new = state.with_suffix(".new")
        with new.open("wb") as file:
            file.write(last)
            file.flush()
            os.fsync(file.fileno())
        new.replace(state)
    part.rename(part.with_suffix(".jsonl"))


intercom()
