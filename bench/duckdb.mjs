/**
 * The three audits' reconciliation as SQL on DuckDB, over the same files. A queue that credits empty oldest first
 * is a running sum that never falls below zero: what is open at the end is the sum less its lowest point.
 */
import { DuckDBInstance } from "@duckdb/node-api";

const READ = ({ ledger, reimbursements, costs }) => `
  CREATE TEMP TABLE adjustments AS
    SELECT strptime("Date", '%m/%d/%Y')::DATE AS day, "FNSKU" AS item, "Reference ID" AS ref, "Reason" AS reason,
           "Quantity"::INT AS units, "Reconciled Quantity"::INT AS reconciled,
           "Unreconciled Quantity"::INT AS unreconciled
    FROM read_csv('${ledger}', header = true, delim = ',', quote = '"', all_varchar = true)
    WHERE "Event Type" = 'Adjustments' AND "Reason" IN ('M', 'F', 'E');
  CREATE TEMP TABLE payments AS
    SELECT substr("approval-date", 1, 10)::DATE AS day, "reimbursement-id" AS id, "reason" AS reason,
           "amazon-order-id" AS "order", "fnsku" AS item, "original-reimbursement-id" AS original,
           round("amount-total"::DOUBLE * 100)::BIGINT AS minor,
           "quantity-reimbursed-cash"::INT AS cash, "quantity-reimbursed-total"::INT AS units
    FROM read_csv('${reimbursements}', header = true, delim = '\\t', quote = '', all_varchar = true);
  CREATE TEMP TABLE costs AS
    SELECT "fnsku" AS item, round("unit-cost"::DOUBLE * 100)::BIGINT AS cost
    FROM read_csv('${costs}', header = true, delim = ',', all_varchar = true);`;

/** What opens, and in which order credits clear it: Amazon's own matches first, then finds, then payments. */
const OPENINGS = `
  CREATE TEMP TABLE openings AS
    SELECT 'warehouse-lost' AS audit, day, item, ref, unreconciled AS open FROM adjustments
      WHERE reason = 'M' AND units < 0 AND unreconciled > 0
    UNION ALL
    SELECT 'warehouse-damaged', day, item, ref, unreconciled FROM adjustments
      WHERE reason = 'E' AND units < 0 AND unreconciled > 0;
  CREATE TEMP TABLE finds AS
    SELECT 'warehouse-lost' AS audit, day, item, ref AS id, unreconciled AS units FROM adjustments
      WHERE reason = 'F' AND units > 0 AND unreconciled > 0;
  CREATE TEMP TABLE paid AS
    SELECT CASE reason WHEN 'Lost_Warehouse' THEN 'warehouse-lost' ELSE 'warehouse-damaged' END AS audit,
           day, item, id, units
    FROM payments
    WHERE reason IN ('Lost_Warehouse', 'Damaged_Warehouse') AND coalesce("order", '') = '' AND units > 0;`;

/** Later credits first: each clears the oldest opening on or before its day. */
const LATER = (credits) => `
  CREATE OR REPLACE TEMP TABLE events AS
    SELECT audit, item, day, 0 AS kind, ref AS id, open AS units FROM openings
    UNION ALL SELECT audit, item, day, 1, id, -units FROM ${credits};
  CREATE OR REPLACE TEMP TABLE sums AS
    SELECT *, sum(units) OVER (PARTITION BY audit, item ORDER BY day, kind, id ROWS UNBOUNDED PRECEDING) AS total
    FROM events;
  CREATE OR REPLACE TEMP TABLE lows AS
    SELECT *, least(0, min(total) OVER (PARTITION BY audit, item ORDER BY day, kind, id ROWS UNBOUNDED PRECEDING)) AS low
    FROM sums;
  CREATE OR REPLACE TEMP TABLE steps AS
    SELECT *, lag(low, 1, 0) OVER (PARTITION BY audit, item ORDER BY day, kind, id) - low AS wasted,
           last_value(low) OVER (PARTITION BY audit, item ORDER BY day, kind, id
             ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS lowest
    FROM lows;
  CREATE OR REPLACE TEMP TABLE cleared AS
    SELECT audit, item, -sum(units) - sum(wasted) AS units FROM steps WHERE kind = 1 GROUP BY audit, item;
  CREATE OR REPLACE TEMP TABLE ${credits} AS
    SELECT audit, day, item, id, wasted AS units FROM steps WHERE kind = 1 AND wasted > 0;
  CREATE OR REPLACE TEMP TABLE openings AS
    SELECT audit, day, item, ref,
           greatest(0, least(open, before + open - coalesce(cleared.units, 0))) AS open
    FROM (SELECT *, sum(open) OVER (PARTITION BY audit, item ORDER BY day, ref ROWS UNBOUNDED PRECEDING) - open AS before
          FROM openings) LEFT JOIN cleared USING (audit, item);
  DELETE FROM openings WHERE open = 0;`;

/** Then credits of the seven days before: openings oldest first, each the oldest credit nobody older wants. */
const EARLIER = (credits) => `
  CREATE OR REPLACE TEMP TABLE pairs AS
    SELECT o.audit, o.ref, c.id, least(o.open, c.units) AS units,
           row_number() OVER (PARTITION BY o.audit, o.ref ORDER BY c.day, c.id) AS choice,
           row_number() OVER (PARTITION BY c.id ORDER BY o.day, o.ref) AS claimant
    FROM openings o JOIN ${credits} c
      ON o.audit = c.audit AND o.item = c.item AND c.day BETWEEN o.day - 7 AND o.day - 1
    WHERE o.open > 0 AND c.units > 0;
  DELETE FROM pairs WHERE choice > 1 OR claimant > 1;
  UPDATE openings SET open = open - pairs.units FROM pairs
    WHERE pairs.audit = openings.audit AND pairs.ref = openings.ref;
  UPDATE ${credits} SET units = ${credits}.units - pairs.units FROM pairs WHERE pairs.id = ${credits}.id;`;

/** More than 5 % below the cost of the units, and not taken back. */
const UNDERPAID = `
  SELECT 'underpaid ' || p.id || ' ' || (p.cash * c.cost - p.minor)
  FROM payments p JOIN costs c USING (item)
  WHERE p.reason IN ('Lost_Warehouse', 'Damaged_Warehouse') AND coalesce(p."order", '') = '' AND p.cash > 0
    AND p.minor > 0 AND p.cash * c.cost - p.minor > p.cash * c.cost * 0.05
    AND p.id NOT IN (SELECT original FROM payments WHERE coalesce(original, '') <> '')`;

/** @returns {Promise<string[]>} each finding as `audit id units`, or `underpaid id cents` */
export async function duckdb(files) {
  const instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  await db.run(READ(files));
  await db.run(OPENINGS);
  for (const credits of ["finds", "paid"]) {
    await db.run(LATER(credits));
    for (let found = 1; found > 0; ) {
      await db.run(EARLIER(credits));
      found = Number((await db.runAndReadAll("SELECT count(*) FROM pairs")).getRows()[0][0]);
    }
  }
  const open = await db.runAndReadAll(
    `SELECT audit || ' ' || ref || ' ' || open FROM openings WHERE open > 0 UNION ALL ${UNDERPAID}`,
  );
  const rows = open.getRows().map(([text]) => text);
  db.closeSync();
  instance.closeSync();
  return rows;
}
