"""The store's tables, written once for both engines.

`versions` and `readings` are what was read, frozen; `claims` and `items` are the readings taken apart; `records`
and `pairs` are concluded from them and can be made again at any time; `reviews` and `redirects` are logs that
are only added to; `dirty` names what is still to be concluded.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

REVISION = "0002"

metadata = MetaData()

versions = Table(
    "versions",
    metadata,
    Column("document", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("known_at", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("published", String),
    Column("outlet", String),
    Column("agency", String),
    Column("title", String),
    Column("url", String),
    Column("path", String),
    Column("language", String, nullable=False),
    Column("side", String),
    Column("voice", String, nullable=False),
    Column("state", String, nullable=False),
    Column("latest", Boolean, nullable=False),
    Column("family", String),
    Column("text", LargeBinary),
    UniqueConstraint("document", "sha256"),
    Index("versions_side", "side", "known_at"),
    Index("versions_known", "known_at"),
    Index("versions_later", "version", "document"),
)

readings = Table(
    "readings",
    metadata,
    Column("document", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("engine", String, nullable=False),
    Column("codebook", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True),
    Column("document", String, primary_key=True),
)

copies = Table(
    "copies",
    metadata,
    Column("one", String, primary_key=True),
    Column("other", String, primary_key=True),
    Index("copies_other", "other"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("known_at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("block", String, nullable=False),
    Column("record", String),
    Column("data", Text, nullable=False),
    Column("why", Text),
    Index("claims_block", "kind", "block", "known_at"),
    Index("claims_document", "document"),
    Index("claims_record", "record"),
)

items = Table(
    "items",
    metadata,
    Column("document", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("known_at", String, nullable=False),
    Column("a", String),
    Column("b", String),
    Column("day", String),
    Column("data", Text, nullable=False),
    Index("items_pair", "kind", "a", "b", "day"),
)

records = Table(
    "records",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("block", String, nullable=False),
    Column("known_at", String, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("form", String),
    Column("status", String, nullable=False),
    Column("channel", String),
    Column("data", Text, nullable=False),
    Index("records_block", "kind", "block"),
    Index("records_first", "kind", "first"),
    Index("records_when", "kind", text("coalesce(first, known_at)"), "id"),
)

pairs = Table(
    "pairs",
    metadata,
    Column("kind", String, primary_key=True),
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("record", String, primary_key=True),
    Column("block", String, nullable=False),
    Column("day", String),
    Column("at", String),
    Column("status", String, nullable=False),
    Column("channel", String),
    Index("pairs_at", "kind", "a", "b", "at", "record"),
    Index("pairs_b", "kind", "b", "a"),
    Index("pairs_use", "kind", "a", "b", "status", "channel", "day"),
    Index("pairs_block", "kind", "block"),
    Index("pairs_record", "record"),
)

blocks = Table(
    "blocks",
    metadata,
    Column("kind", String, primary_key=True),
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("block", String, primary_key=True),
    Index("blocks_b", "kind", "b"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("document", String, primary_key=True),
    Column("side", String, primary_key=True),
    Index("mentions_document", "document"),
)

covered = Table(
    "covered",
    metadata,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("side", String, primary_key=True),
    Column("data", Text, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("reviewer", String, nullable=False),
    Column("action", String, nullable=False),
    Column("ids", Text, nullable=False),
    Column("field", String),
    Column("value", Text),
    Column("reason", Text, nullable=False),
)

redirects = Table(
    "redirects",
    metadata,
    Column("old", String, primary_key=True),
    Column("new", String),
    Column("note", String, nullable=False),
)

dirty = Table(
    "dirty",
    metadata,
    Column("kind", String, primary_key=True),
    Column("block", String, primary_key=True),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("input", String, primary_key=True),
    Column("code", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("at", String, nullable=False),
)
