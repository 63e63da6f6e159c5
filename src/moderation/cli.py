"""The command line: parse, call, print. Decides nothing; the only module that prints."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from moderation.errors import ModerationError

GOOD, UNREADABLE, USAGE, SOME_BAD = 0, 1, 2, 3
"""Exit statuses (contract, "Command line")."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except ModerationError as error:
        _complain(str(error))
        return USAGE if error.code in _USAGE_CODES else UNREADABLE
    except BrokenPipeError:
        sys.stderr.close()
        return UNREADABLE
    except OSError as error:
        _complain(f"{error.filename or ''}: {error.strerror or type(error).__name__}")
        return UNREADABLE


_USAGE_CODES: Final = frozenset({"unknown_profile", "engine_unavailable"})


def _complain(message: str) -> None:
    print(f"moderation: {message}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="moderation", description="Keeps marketplace reviews honest and safe."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_scan(commands)
    _add_schema(commands)
    _add_policy(commands)
    _add_serve(commands)
    _add_key(commands)
    _add_rebuild(commands)
    return parser


Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_scan(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    scan = commands.add_parser("scan", help="assess every row of a file and write one result a row")
    scan.add_argument(
        "input", help="JSON lines, CSV or Parquet, by its ending; - is JSON lines on standard input"
    )
    scan.add_argument("--output", help="JSON lines or Parquet, by its ending; default: standard output")
    scan.add_argument("--profile", default="us", help="regional profile (default: us)")
    scan.add_argument("--engine", default="serial", choices=("serial", "pool", "ray", "spark"))
    scan.add_argument(
        "--all", action="store_true", help="also findings below report_at, and all cause scores"
    )
    scan.add_argument(
        "--causes-for-unrated", action="store_true", help="read the causes of unrated reviews too"
    )
    scan.add_argument("--progress", action="store_true", help="show progress even where there is no terminal")
    scan.set_defaults(command=_scan)


def _scan(options: argparse.Namespace) -> int:
    from moderation.policy import load  # noqa: PLC0415
    from moderation.progress import progress  # noqa: PLC0415 - other commands start without the pipeline
    from moderation.rescan import engine  # noqa: PLC0415
    from moderation.scan import ScanOptions, scan  # noqa: PLC0415
    from moderation.wire.readers import READERS, ending, open_source  # noqa: PLC0415
    from moderation.wire.writers import OUTPUT_ENDINGS, open_output  # noqa: PLC0415

    if options.input != "-" and ending(options.input) not in READERS:
        _complain(f"input must end in one of {', '.join(READERS)}")
        return USAGE
    if options.output is not None and ending(options.output) not in OUTPUT_ENDINGS:
        _complain(f"output must end in one of {', '.join(sorted(OUTPUT_ENDINGS))}")
        return USAGE
    load().profile(options.profile)
    run = engine(options.engine)
    source = open_source(options.input, sys.stdin.buffer)
    scan_options = ScanOptions(
        profile=options.profile, show_all=options.all, causes_for_unrated=options.causes_for_unrated
    )
    shown = options.progress or sys.stderr.isatty()
    count = bad = 0
    with (
        open_output(options.output, sys.stdout.buffer) as writer,
        progress("scan", size=source.size, position=source.position, shown=shown) as advance,
    ):
        for row in scan(source.rows, scan_options, run):
            writer.write(row)
            count += 1
            bad += "error" in row
            advance(count)
    if bad:
        _complain(f"{bad} of {count} rows are bad; each has its error in the results")
        return SOME_BAD
    return GOOD


def _add_schema(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    schema = commands.add_parser("schema", help="print the Parquet schema of scan results")
    schema.set_defaults(command=_schema)


def _schema(_: argparse.Namespace) -> int:
    from moderation.wire.writers import SCHEMA  # noqa: PLC0415

    print(SCHEMA)
    return GOOD


def _add_policy(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    policy = commands.add_parser("policy", help="look after the policy catalogue").add_subparsers(
        required=True, metavar="ACTION"
    )
    check = policy.add_parser("check", help="check a catalogue folder; says which file and line is wrong")
    check.add_argument("folder", nargs="?", type=Path, help="default: the catalogue of this installation")
    check.set_defaults(command=_policy_check)


def _policy_check(options: argparse.Namespace) -> int:
    from moderation.detect import DETECTORS  # noqa: PLC0415
    from moderation.policy import check_folder, check_labels, load  # noqa: PLC0415

    mistakes = check_folder(options.folder)
    if mistakes:
        print("\n".join(mistakes))
        return UNREADABLE
    catalogue = load(options.folder)
    check_labels(catalogue, frozenset().union(*(detector.labels for detector in DETECTORS)))
    print(f"{len(catalogue.clauses)} clauses, version {catalogue.version}: good")
    return GOOD
