"""The same reconciliation with pandas: reads the same files, prints what it took and found as JSON."""
import json
import resource
import sys
import time

import pandas as pd

options = json.loads(sys.argv[1])
LOST, DAMAGED = "warehouse-lost", "warehouse-damaged"


def read(files):
    ledger = pd.read_csv(
        files["ledger"],
        usecols=[
            "Date",
            "FNSKU",
            "Event Type",
            "Reference ID",
            "Quantity",
            "Reason",
            "Unreconciled Quantity",
        ],
        dtype=str,
        keep_default_na=False,
    )
    rows = ledger[(ledger["Event Type"] == "Adjustments") & ledger["Reason"].isin(["M", "F", "E"])]
    adjustments = pd.DataFrame(
        {
            "day": pd.to_datetime(rows["Date"], format="%m/%d/%Y"),
            "item": rows["FNSKU"],
            "id": rows["Reference ID"],
            "reason": rows["Reason"],
            "quantity": rows["Quantity"].astype(int),
            "units": rows["Unreconciled Quantity"].astype(int),
        }
    )
    paid = pd.read_csv(files["reimbursements"], sep="\t", dtype=str, keep_default_na=False, quoting=3)
    payments = pd.DataFrame(
        {
            "day": pd.to_datetime(paid["approval-date"].str[:10]),
            "item": paid["fnsku"],
            "id": paid["reimbursement-id"],
            "reason": paid["reason"],
            "order": paid["amazon-order-id"],
            "original": paid["original-reimbursement-id"],
            "minor": (paid["amount-total"].astype(float) * 100).round().astype(int),
            "cash": paid["quantity-reimbursed-cash"].astype(int),
            "units": paid["quantity-reimbursed-total"].astype(int),
        }
    )
    costs = pd.read_csv(files["costs"], usecols=["fnsku", "unit-cost"], dtype=str)
    costs = pd.DataFrame(
        {"item": costs["fnsku"], "cost": (costs["unit-cost"].astype(float) * 100).round().astype(int)}
    )
    return adjustments, payments, costs


def later(openings, credits):
    """Each credit clears the oldest opening on or before its day: a running sum that never falls below zero."""
    events = pd.concat([openings.assign(kind=0), credits.assign(kind=1, units=-credits["units"])])
    events = events.sort_values(["item", "day", "kind", "id"])
    items = events["item"]
    total = events.groupby("item", sort=False)["units"].cumsum()
    low = total.groupby(items, sort=False).cummin().clip(upper=0)
    wasted = low.groupby(items, sort=False).shift(fill_value=0) - low
    is_credit = events["kind"] == 1
    left = events[is_credit].assign(units=wasted[is_credit])
    used = (-events["units"] - wasted)[is_credit].groupby(items[is_credit]).sum()
    openings = openings.sort_values(["item", "day", "id"])
    before = openings.groupby("item", sort=False)["units"].cumsum() - openings["units"]
    cleared = openings["item"].map(used).fillna(0).astype(int)
    still = (before + openings["units"] - cleared).clip(lower=0)
    still = still.where(still < openings["units"], openings["units"])
    return openings.assign(units=still).query("units > 0"), left.drop(columns="kind").query("units > 0")


def earlier(openings, credits):
    """Then credits of the seven days before: openings oldest first, each the oldest credit."""
    pairs = openings.merge(credits, on="item", suffixes=("", "_credit"))
    days = (pairs["day"] - pairs["day_credit"]).dt.days
    pairs = pairs[(days >= 1) & (days <= 7)].sort_values(["day", "id", "day_credit", "id_credit"])
    left = dict(zip(credits["id"], credits["units"]))
    still = dict(zip(openings["id"], openings["units"]))
    for opening, credit in zip(pairs["id"], pairs["id_credit"]):
        units = min(still[opening], left[credit])
        still[opening] -= units
        left[credit] -= units
    openings = openings.assign(units=openings["id"].map(still))
    return openings[openings["units"] > 0]


def reconcile(files):
    adjustments, payments, costs = read(files)
    loss = (adjustments["quantity"] < 0) & (adjustments["units"] > 0)
    columns = ["day", "item", "id", "units"]
    free = payments[(payments["order"] == "") & (payments["units"] > 0)]
    found = []
    finds = adjustments[
        (adjustments["reason"] == "F") & (adjustments["quantity"] > 0) & (adjustments["units"] > 0)
    ]
    for audit, code, reason in [(LOST, "M", "Lost_Warehouse"), (DAMAGED, "E", "Damaged_Warehouse")]:
        openings = adjustments[loss & (adjustments["reason"] == code)][columns]
        paid = free[free["reason"] == reason][columns]
        for credits in ([finds[columns]] if audit == LOST else []) + [paid]:
            openings, left = later(openings, credits)
            openings = earlier(openings, left)
        found += [f"{audit} {id} {units}" for id, units in zip(openings["id"], openings["units"])]
    fit = free[free["reason"].isin(["Lost_Warehouse", "Damaged_Warehouse"])]
    fit = fit[(fit["cash"] > 0) & (fit["minor"] > 0) & ~fit["id"].isin(set(payments["original"]))]
    fit = fit.merge(costs, on="item")
    short = fit["cash"] * fit["cost"] - fit["minor"]
    owed = short > fit["cash"] * fit["cost"] * 0.05
    found += [f"underpaid {id} {minor}" for id, minor in zip(fit["id"][owed], short[owed])]
    return found


start, cpu = time.perf_counter(), time.process_time()
found = reconcile(options["files"])
print(
    json.dumps(
        {
            "ms": (time.perf_counter() - start) * 1000,
            "cpuMs": (time.process_time() - cpu) * 1000,
            "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
            "rows": len(found),
            "open": sorted(found) if options.get("open") else None,
        }
    )
)
