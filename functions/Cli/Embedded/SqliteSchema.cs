namespace Sealtrail.Cli.Embedded;

/// <summary>The tables of a store. Nothing ever deletes from <c>head</c> and <c>blocks</c>; all else can be made again from the archive.</summary>
internal static class SqliteSchema
{
    public const string Text =
        """
        CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 0), size INTEGER NOT NULL, leaf BLOB NOT NULL);
        CREATE TABLE blocks (place INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, text TEXT NOT NULL, leaf BLOB NOT NULL);

        CREATE TABLE events (
            event_id TEXT NOT NULL, digest BLOB NOT NULL, block INTEGER NOT NULL, place INTEGER NOT NULL, body TEXT NOT NULL,
            UNIQUE (event_id, digest));
        CREATE INDEX events_by_place ON events (block, place);
        CREATE TABLE postings (
            kind INTEGER NOT NULL, value TEXT NOT NULL, day INTEGER NOT NULL, invocation TEXT NOT NULL, refs BLOB NOT NULL,
            PRIMARY KEY (kind, value, day, invocation)) WITHOUT ROWID;
        CREATE TABLE objects (
            source TEXT PRIMARY KEY, block INTEGER NOT NULL, received INTEGER NOT NULL, indexed INTEGER NOT NULL,
            duplicates INTEGER NOT NULL, rejected INTEGER NOT NULL, leaves BLOB NOT NULL,
            CHECK (received = indexed + duplicates + rejected));
        CREATE INDEX objects_by_block ON objects (block);
        CREATE TABLE rejections (
            block INTEGER NOT NULL, ordinal INTEGER NOT NULL, source TEXT NOT NULL, place INTEGER, offset INTEGER NOT NULL,
            length INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (block, ordinal)) WITHOUT ROWID;

        CREATE TABLE alerts (
            id TEXT PRIMARY KEY, key TEXT NOT NULL, rule TEXT NOT NULL, storm INTEGER NOT NULL, time INTEGER, level INTEGER NOT NULL,
            published INTEGER NOT NULL, body TEXT NOT NULL);
        CREATE INDEX alerts_by_key ON alerts (key, time);
        CREATE INDEX alerts_by_rule ON alerts (rule, time) WHERE storm = 0;
        CREATE INDEX alerts_pending ON alerts (published) WHERE published = 0;
        CREATE TABLE suppressed (
            alert_id TEXT NOT NULL, block INTEGER NOT NULL, count INTEGER NOT NULL, first INTEGER, last INTEGER, examples TEXT NOT NULL,
            PRIMARY KEY (alert_id, block)) WITHOUT ROWID;

        CREATE TABLE roots (path TEXT PRIMARY KEY) WITHOUT ROWID;
        """;
}
