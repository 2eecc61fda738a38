"""Times DuckDB's JSON reader on a PSC snapshot: counting lines, and extracting the fields that
Cuibono's source reads into a table in memory. Prints one JSON object; seconds are the best of the
rounds asked for."""

import json
import sys
import time

import duckdb

path, threads, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])

ADDRESS = (
    "STRUCT(care_of VARCHAR, po_box VARCHAR, premises VARCHAR, address_line_1 VARCHAR, "
    "address_line_2 VARCHAR, locality VARCHAR, region VARCHAR, postal_code VARCHAR, country VARCHAR)"
)
DATA = f"""STRUCT(
    kind VARCHAR, links STRUCT(self VARCHAR), name VARCHAR,
    name_elements STRUCT(title VARCHAR, forename VARCHAR, middle_name VARCHAR, surname VARCHAR),
    date_of_birth STRUCT("year" INTEGER, "month" INTEGER),
    nationality VARCHAR, country_of_residence VARCHAR,
    address {ADDRESS}, principal_office_address {ADDRESS},
    identification STRUCT(legal_form VARCHAR, legal_authority VARCHAR, country_registered VARCHAR,
        place_registered VARCHAR, registration_number VARCHAR),
    natures_of_control VARCHAR[], notified_on VARCHAR, ceased_on VARCHAR, ceased VARCHAR,
    is_sanctioned VARCHAR, statement VARCHAR, linked_psc_name VARCHAR,
    restrictions_notice_withdrawal_reason VARCHAR, exemptions JSON,
    persons_of_significant_control_count BIGINT, statements_count BIGINT, exemptions_count BIGINT,
    generated_at VARCHAR)"""
READ = (
    "read_json(?, format = 'newline_delimited', maximum_object_size = 4194304, "
    f"columns = {{company_number: 'VARCHAR', data: '{DATA}'}})"
)


def best(statement):
    """The shortest of several runs, in seconds, with the first value of the answer."""
    seconds = []
    for _ in range(rounds):
        connection = duckdb.connect()
        connection.execute(f"SET threads = {threads}")
        connection.execute("SET enable_progress_bar = false")
        started = time.perf_counter()
        answer = connection.execute(statement, [path]).fetchone()
        seconds.append(time.perf_counter() - started)
        connection.close()
    return min(seconds), answer[0]


counting, rows = best(f"SELECT count(data.kind) FROM {READ}")
extracting, extracted = best(f"CREATE TEMP TABLE psc AS SELECT company_number, data.* FROM {READ}")
print(
    json.dumps(
        {
            "version": duckdb.__version__,
            "rows": rows,
            "extracted": extracted,
            "counting": counting,
            "extracting": extracting,
        }
    )
)
