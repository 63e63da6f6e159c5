"""The command line: parse, call, print. Decides nothing; the only module that prints."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Final

from moderation.decisions import ActorKind
from moderation.errors import ModerationError

if TYPE_CHECKING:
    from moderation.config import Config
    from moderation.desk import Desk

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


_USAGE_CODES: Final = frozenset(
    {"unknown_profile", "engine_unavailable", "recognizers_invalid", "unknown_entity"}
)


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
    _add_person(commands)
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
    scan.add_argument(
        "--recognizers",
        type=Path,
        metavar="FILE",
        help="further recognizers of personal data (Presidio's YAML)",
    )
    scan.add_argument("--progress", action="store_true", help="show progress even where there is no terminal")
    scan.set_defaults(command=_scan)


def _scan(options: argparse.Namespace) -> int:
    from moderation.policy import load  # noqa: PLC0415
    from moderation.progress import progress  # noqa: PLC0415 - other commands start without the pipeline
    from moderation.rescan import engine  # noqa: PLC0415
    from moderation.scan import ScanOptions, judge_for, scan  # noqa: PLC0415
    from moderation.wire.readers import READERS, ending, open_source  # noqa: PLC0415
    from moderation.wire.writers import OUTPUT_ENDINGS, open_output  # noqa: PLC0415

    if options.input != "-" and ending(options.input) not in READERS:
        _complain(f"input must end in one of {', '.join(READERS)}")
        return USAGE
    if options.output is not None and ending(options.output) not in OUTPUT_ENDINGS:
        _complain(f"output must end in one of {', '.join(sorted(OUTPUT_ENDINGS))}")
        return USAGE
    if options.output is not None and _same_file(options.input, options.output):
        _complain("output must not be the input")
        return USAGE
    if options.output is not None and not Path(options.output).absolute().parent.is_dir():
        _complain(f"{options.output}: no such folder")
        return UNREADABLE
    load().profile(options.profile)
    run = engine(options.engine)
    scan_options = ScanOptions(
        profile=options.profile,
        show_all=options.all,
        causes_for_unrated=options.causes_for_unrated,
        recognizers=options.recognizers and options.recognizers.resolve(),
    )
    if options.recognizers is not None:
        judge_for(scan_options)  # so that what is wrong with the file is said before a row is read
    shown = options.progress or sys.stderr.isatty()
    count = bad = 0
    with (
        open_source(options.input, sys.stdin.buffer) as source,
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


def _same_file(one: str, other: str) -> bool:
    return one != "-" and Path(other).exists() and Path(one).exists() and Path(one).samefile(other)


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


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="start the API and the console")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    serve.add_argument("--port", type=int, default=8000, help="port; 0 takes a free one (default: 8000)")
    _add_data(serve)
    serve.add_argument("--profile", help="regional profile (default: MODERATION_PROFILE, or us)")
    serve.add_argument("--demo", action="store_true", help="load the demo marketplace into an empty database")
    serve.add_argument(
        "--open-assess", action="store_true", help="let this machine itself use /v1/assess without a key"
    )
    serve.set_defaults(command=_serve)


def _serve(options: argparse.Namespace) -> int:
    import logging  # noqa: PLC0415 - other commands start without the server
    import socket  # noqa: PLC0415

    import uvicorn  # noqa: PLC0415

    from moderation.app import build_desk, create_app  # noqa: PLC0415

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("moderation").setLevel(logging.INFO)
    config = _config(options)
    try:
        listening = socket.create_server((options.host, options.port))
    except OSError as error:
        _complain(f"cannot listen on {options.host}:{options.port}: {error.strerror}")
        return UNREADABLE
    with listening:
        with _step(f"Preparing the database in {config.folder}"):
            desk = build_desk(config)
        if options.demo:
            _load_demo(desk)
        app = create_app(config, demo=options.demo, open_assess=options.open_assess, desk=desk)
        host = f"[{options.host}]" if ":" in options.host else options.host
        print(f"Listening on http://{host}:{listening.getsockname()[1]} (stop with Ctrl-C)", flush=True)
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,  # uvicorn's own would write query strings
                proxy_headers=False,  # whether a request is local must not hang on a header
                server_header=False,
                timeout_graceful_shutdown=5,
            )
        )
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            print("Stopped")
    return GOOD


def _load_demo(desk: Desk) -> None:
    from moderation.app import system_clock  # noqa: PLC0415
    from moderation.demo import load_demo, sign_ins, wanted  # noqa: PLC0415
    from moderation.demo.items import all_items  # noqa: PLC0415
    from moderation.demo.orders import all_lines  # noqa: PLC0415
    from moderation.progress import progress  # noqa: PLC0415

    if wanted(desk):
        now, done = system_clock(), 0
        size = len(all_lines(now)) + len(all_items(now))

        def advance(count: int) -> None:
            nonlocal done
            done = count
            show(count)

        with (
            _step("Loading the demo marketplace"),
            progress("demo", size=size, position=lambda: done, shown=True) as show,
        ):
            load_demo(desk, now=now, advance=advance)
    print("Demo sign-ins (they work on this machine only):")
    for person in sign_ins():
        of = f" of {person.shop}" if person.shop else ""
        print(f"  {person.name:<12} {person.password:<20} {person.role}{of}")


def _add_key(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    key = commands.add_parser("key", help="look after API keys").add_subparsers(
        required=True, metavar="ACTION"
    )
    create = key.add_parser("create", help="print a new API key, once")
    _add_role(create)
    create.add_argument("--name", help="who the key acts as (default: made up; a seller's: the shop)")
    _add_data(create)
    create.set_defaults(command=_key_create)


def _key_create(options: argparse.Namespace) -> int:
    from moderation.app import build_desk  # noqa: PLC0415

    if not _shop_fits(options):
        return USAGE
    # Two keys of a role are two people unless they are given one name: appeals hang on the difference.
    name = options.name or options.shop or f"{options.role}-{token_hex(3)}"
    print(build_desk(_config(options)).people.create_key(name, role=options.role, shop_id=options.shop))
    return GOOD


def _add_person(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    person = commands.add_parser("person", help="look after sign-ins").add_subparsers(
        required=True, metavar="ACTION"
    )
    add = person.add_parser(
        "add", help="store a sign-in, or its new password (asked for, or one line of input)"
    )
    add.add_argument("name")
    _add_role(add)
    _add_data(add)
    add.set_defaults(command=_person_add)


def _person_add(options: argparse.Namespace) -> int:
    from getpass import getpass  # noqa: PLC0415

    from moderation.app import build_desk, demo_names  # noqa: PLC0415

    if not _shop_fits(options):
        return USAGE
    if options.name in demo_names():
        _complain(f"{options.name} is a name of the demo; choose another")
        return USAGE
    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    people = build_desk(_config(options)).people
    people.add(options.name, role=options.role, password=password, shop_id=options.shop)
    print(f"{options.name} can sign in as {options.role}")
    return GOOD


def _add_rebuild(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    rebuild = commands.add_parser("rebuild", help="refold every case from its events")
    _add_data(rebuild)
    rebuild.set_defaults(command=_rebuild)


def _rebuild(options: argparse.Namespace) -> int:
    from moderation.app import build_desk  # noqa: PLC0415

    with _step("Refolding cases from their events"):
        count = build_desk(_config(options)).rebuild()
    print(f"{count} cases rebuilt")
    return GOOD


def _add_data(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--data", metavar="FOLDER", help="data folder (default: MODERATION_DATA_FOLDER, or data)"
    )


def _add_role(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--role", required=True, type=_role, help="service, moderator, senior, operator or seller"
    )
    command.add_argument("--shop", metavar="ID", help="the seller's shop")


def _role(word: str) -> ActorKind:
    from moderation.access import ROLES  # noqa: PLC0415 - brings the database along

    if word not in ROLES:
        raise argparse.ArgumentTypeError(f"one of {', '.join(ROLES)}")
    return ActorKind(word)


def _shop_fits(options: argparse.Namespace) -> bool:
    fits: bool = (options.role is ActorKind.SELLER) == (options.shop is not None)
    if not fits:
        _complain("--shop is needed for sellers, and for nobody else")
    return fits


def _config(options: argparse.Namespace) -> Config:
    from moderation.app import read_config  # noqa: PLC0415

    return read_config(folder=options.data, profile=getattr(options, "profile", None))


@contextmanager
def _step(title: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    started = time.monotonic()
    print(f"{title} ...", flush=True)
    yield
    print(f"  done in {time.monotonic() - started:.1f} s", flush=True)
