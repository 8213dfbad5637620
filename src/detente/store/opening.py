"""Opens a store: a SQLite file, or a database address; made when it is not there and may be.

A store of an older schema is migrated when it is opened for writing and refused with the command to run when
it is opened for reading. A store of a newer schema is refused. Every refusal is one line.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from detente.errors import DamagedError, StoreError
from detente.store.schema import REVISION

MIGRATIONS = Path(__file__).parent / "migrations"
# seconds that a writer waits for another before it says so
PATIENCE = 30
# bytes up to which a store is looked through for damage before it is written to (under a second); a larger one is when
# someone asks for it, by `detente doctor --db`
LOOKED_THROUGH = 256 * 1024 * 1024
DAMAGED = "put a copy of it back, or make a new one with: detente add PATHS --db FILE"


def opened(address: str, *, write: bool = False, patience: float = PATIENCE) -> Engine:
    """The engine of a store. `address` is a file's path or an SQLAlchemy URL. Raises StoreError."""
    path = None if "://" in address else Path(address)
    if not write:
        there(address)
    if path is not None and path.is_dir():
        raise StoreError(f"--db {address}: is a folder; name a file in it")
    if path is not None and not path.parent.is_dir():
        raise StoreError(f"--db {address}: there is no folder {path.parent}")
    engine = create_engine(f"sqlite:///{address}" if path is not None else address)
    if engine.dialect.name == "sqlite":
        _tune(engine, patience)
    try:
        with engine.connect() as connection:
            _checked(connection, address, write)
            if write and path is not None and path.stat().st_size <= LOOKED_THROUGH:
                _sound(connection, address)
    except (OperationalError, DatabaseError) as error:
        raise refusal(error, address) from error
    return engine


def _sound(connection: Connection, address: str) -> None:
    """Raises StoreError for a store with damaged pages: a run that does not meet them would say that all is well."""
    if (found := fault(connection)) is not None:
        raise StoreError(f"--db {address}: is damaged ({found}); {DAMAGED}")


def fault(connection: Connection) -> str | None:
    """What is wrong with the pages of a store; None where nothing is, or where the database sees to it itself."""
    if connection.dialect.name != "sqlite":
        return None
    found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
    return None if found == "ok" else " ".join(found.split())[:100]


def there(address: str) -> None:
    """Raises StoreError where a file is no store that was made."""
    if "://" not in address and not Path(address).exists():
        raise StoreError(f"--db {address}: there is no such store; make it with: detente add PATHS --db {address}")


def _tune(engine: Engine, patience: float) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA mmap_size = 1073741824")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def refusal(error: Exception, address: str) -> StoreError:
    """A database's error as one line with the way out."""
    words = " ".join(str(getattr(error, "orig", None) or error).split())
    if "locked" in words:
        return StoreError(f"--db {address}: another program is writing to it; wait for it to end and run this again")
    if "malformed" in words or isinstance(error, DamagedError):
        return StoreError(f"--db {address}: is damaged ({words}); {DAMAGED}")
    if "not a database" in words:
        return StoreError(f"--db {address}: is not a store; name another file")
    if "unable to open" in words or "readonly" in words:
        return StoreError(f"--db {address}: cannot be opened for this ({words})")
    return StoreError(f"--db {address}: {words}")


def _checked(connection: Connection, address: str, write: bool) -> None:
    found = revision(connection)
    if found == REVISION:
        return
    if found is None and inspect(connection).get_table_names():
        raise StoreError(f"--db {address}: holds other tables and is no store of detente; name another file")
    if found is not None and found > REVISION:
        raise StoreError(
            f"--db {address}: was made by a newer detente (schema {found}, this one knows {REVISION}); update detente"
        )
    if not write:
        raise StoreError(
            f"--db {address}: is of an older schema ({found or 'none'}; {REVISION} is needed);"
            f" run: detente add --db {address}"
        )
    connection.rollback()
    migrate(connection)


def revision(connection: Connection) -> str | None:
    """The schema's number in a store; None for one without."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def migrate(connection: Connection) -> None:
    """Brings a store to this program's schema."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection.execution_options(writes=True)
    command.upgrade(config, "head")
    connection.commit()
