-- The read tables of a province, one partition a year. Run once, after the first `motcua-server init` and before the
-- first device is enrolled; the tables must still be empty.
--
-- Ids of tickets, dossiers and what belongs to them are UUIDs of version 7: they begin with the millisecond in which
-- they were made, so that a range of ids is a range of time. Rows with other ids (a number that was read off a slip
-- before its ticket arrived) and of years without a partition lie in the default partition; nothing is ever refused.
--
-- The journal itself (`event`) stays one table: its keys are unique for ever, over all years, and PostgreSQL can only
-- promise that within one partition.
--
--   psql -v ON_ERROR_STOP=1 -d province -f partition_by_year.sql
--   psql -d province -c "SELECT motcua_partitions(2026, 2036)"

BEGIN;

CREATE FUNCTION motcua_first_id(year int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-0000-0000-000000000000'
    FROM (
        SELECT lpad(
            to_hex((extract(epoch FROM make_timestamptz(year, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')) * 1000)::bigint), 12, '0'
        ) AS hex
    ) AS made
$$;

CREATE FUNCTION motcua_partitioned_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['ticket', 'dossier', 'handover', 'payment', 'form', 'attachment', 'consignment', 'delivery']
$$;

CREATE FUNCTION motcua_partitions(first_year int, last_year int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
    year int;
BEGIN
    FOREACH name IN ARRAY motcua_partitioned_tables() LOOP
        FOR year IN first_year .. last_year LOOP
            EXECUTE format(
                'CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                name || '_' || year, name, motcua_first_id(year), motcua_first_id(year + 1)
            );
        END LOOP;
    END LOOP;
END
$$;

DO $$
DECLARE
    name text;
    filled boolean;
BEGIN
    FOREACH name IN ARRAY motcua_partitioned_tables() LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I)', name) INTO filled;
        IF filled THEN
            RAISE EXCEPTION 'the table % is not empty; nothing was changed', name;
        END IF;
        EXECUTE format('ALTER TABLE %I RENAME TO %I', name, name || '_whole');
        EXECUTE format(
            'CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY RANGE (subject)',
            name, name || '_whole'
        );
        EXECUTE (
            -- The same keys and indexes, on the partitioned table.
            SELECT string_agg(
                CASE
                    WHEN index.indisprimary THEN format('ALTER TABLE %I ADD PRIMARY KEY (office, subject)', name)
                    ELSE regexp_replace(
                        replace(pg_get_indexdef(index.indexrelid), name || '_whole', name),
                        'INDEX (\S+) ON', 'INDEX \1_by_year ON'
                    )
                END,
                '; '
            )
            FROM pg_index AS index
            WHERE index.indrelid = (name || '_whole')::regclass
        );
        EXECUTE format('DROP TABLE %I', name || '_whole');
        EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', name || '_other', name);
    END LOOP;
END
$$;

COMMIT;
