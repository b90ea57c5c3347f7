"""The impacts of a scenario in vectorised NumPy: what the engine is compared with.

Reads situation.json and scenario.json (every default written out), rows.json and draws.f64 from a folder, and computes every
stakeholder's impact against no deal and against the status quo: contributions, mean, 10 %, 50 % and 90 % quantiles and the
share of gains. Prints the CPU seconds of an evaluation, sampling included and without, and the mean impacts, as JSON: whole
arrays of all draws, as such programs are written, and cut into the chunks that suit this machine's caches best.

Knows what the reference size uses: linear values, delays of one year, no shared factors, no profiles.
"""
import hashlib
import json
import os
import struct
import sys
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import numpy as np  # noqa: E402  (after the number of threads)

ROUNDS = 5
CHUNKS = (500, 1000, 2500)


class Layout:
    """Gives every quantity a row of one matrix, neighbours where they are used together."""

    def __init__(self):
        self.pointers, self.ranges = [], []

    def row(self, pointer, value):
        self.pointers.append(pointer)
        if isinstance(value, dict):
            self.ranges.append((value["low"], value["mode"], value["high"]))
        else:
            self.ranges.append((value, value, value))
        return len(self.ranges) - 1

    def block(self, items):
        first = len(self.ranges)
        for pointer, value in items:
            self.row(pointer, value)
        return slice(first, len(self.ranges))


class Model:
    def __init__(self, situation, scenario):
        self.layout = layout = Layout()
        self.issues = list(situation["issues"])
        self.effects = list(situation["effects"])
        self.stakeholders = list(situation["stakeholders"])
        self.horizon = scenario["horizon"]
        no_deal = situation["baselines"]["noDeal"]["outcomes"]
        held_id, held = next(iter(situation["baselines"]["statusQuo"]["outcomes"].items()))
        held_at = f"/baselines/statusQuo/outcomes/{held_id}/values"
        held_rows = [(f"{held_at}/{i}", held["values"][i]) for i in self.issues]
        terms = scenario["terms"]

        def term(value):
            return value["value"] if "value" in value else value

        self.deal = layout.block([(f"/terms/{i}", term(terms[i])) if i in terms else held_rows[k] for k, i in enumerate(self.issues)])
        self.held = layout.block(held_rows)
        self.outcomes = [
            layout.block([
                (f"/baselines/noDeal/outcomes/{o}/values/{i}", of["values"][i]) if i in of["values"] else held_rows[k]
                for k, i in enumerate(self.issues)])
            for o, of in no_deal.items()]
        self.worlds = [self.deal, self.held, *self.outcomes]
        self.odds = layout.block([(f"/baselines/noDeal/outcomes/{o}/odds", of["odds"]) for o, of in no_deal.items()])
        self.assumptions = {a: layout.row(f"/assumptions/{a}/value", of["value"]) for a, of in situation["assumptions"].items()}
        self.parties = [self.party(s, of) for s, of in situation["stakeholders"].items()]
        self.links(situation["links"])
        self.order()
        self.sampled = np.array([r for r, (low, _, high) in enumerate(layout.ranges) if low < high])
        self.ranges = layout.ranges
        self.constants = np.array([low for low, _, _ in layout.ranges])

    def party(self, s, of):
        at, layout = f"/stakeholders/{s}", self.layout
        preferences = list(of["preferences"].items())
        exposures = of.get("exposures", {})
        effects, outcomes = exposures.get("effects", {}), exposures.get("outcomes", {})
        interactions = of.get("interactions", {})
        assert all(p.get("shape", 1) == 1 or p["shape"].get("low") == 1 for _, p in preferences)
        return {
            "issues": [self.issues.index(i) for i, _ in preferences],
            "ideal": layout.block([(f"{at}/preferences/{i}/ideal", p["ideal"]) for i, p in preferences]),
            "weights": layout.block(
                [(f"{at}/preferences/{i}/salience", p["salience"]) for i, p in preferences]
                + [(f"{at}/interactions/{n}/weight", x["weight"]) for n, x in interactions.items()]
                + [(f"{at}/exposures/effects/{e}/weight", x["weight"]) for e, x in effects.items()]
                + [(f"{at}/exposures/outcomes/{o}/weight", x["weight"]) for o, x in outcomes.items()]),
            "lines": {
                i: (side, layout.row(f"{at}/preferences/{i}/redLine/{side}", p["redLine"][side]))
                for i, p in preferences if p.get("redLine") for side in ("atMost", "atLeast") if side in p["redLine"]},
            "pairs": [[[i for i, _ in preferences].index(i) for i in x["issues"]] for x in interactions.values()],
            "effects": [self.effects.index(e) for e in effects],
            "effectSigns": np.array([0.5 if x["wants"] == "more" else -0.5 for x in effects.values()])[:, None],
            "outcomes": [self.stakeholders.index(o) for o in outcomes],
            "outcomeSigns": [1 if x["wants"] == "more" else -1 for x in outcomes.values()],
            "loss": layout.row(f"{at}/lossAversion", of["lossAversion"]),
        }

    def links(self, links):
        assert all(link.get("delay", 1) == 1 for link in links.values())
        self.causes = [
            (self.effects.index(link["to"]), link["from"], self.layout.row(f"/links/{n}/weight", link["weight"]),
             (self.layout.row(f"/links/{n}/threshold/at", link["threshold"]["at"]), link["threshold"]["width"]) if link.get("threshold") else None)
            for n, link in links.items()]
        chained = sorted((self.effects.index(f["effect"]), to, weight, ramp) for to, f, weight, ramp in self.causes if "effect" in f and not ramp)
        chained.sort(key=lambda link: link[1])
        self.chain_from = [link[0] for link in chained]
        self.chain_to = sorted({link[1] for link in chained})
        self.chain_starts = [next(k for k, link in enumerate(chained) if link[1] == to) for to in self.chain_to]
        self.chain_weights = [link[2] for link in chained]
        self.ramped = [(self.effects.index(f["effect"]), to, weight, ramp) for to, f, weight, ramp in self.causes if "effect" in f and ramp]

    def order(self):
        """Stakeholders after those whose outcomes they are exposed to, and whose outcomes matter."""
        done = []
        while len(done) < len(self.parties):
            done += [s for s, p in enumerate(self.parties) if s not in done and all(o in done for o in p["outcomes"])]
        causes = [self.stakeholders.index(f["outcome"]) for _, f, _, _ in self.causes if "outcome" in f]
        self.value_order = done
        self.matters = set(causes) | {o for p in self.parties for o in p["outcomes"]}

    def sample(self, rng, draws):
        x = np.empty((len(self.constants), draws))
        x[:] = self.constants[:, None]
        for row in self.sampled:
            x[row] = rng.triangular(*self.ranges[row], size=draws)
        return x


def rows_of(block, places):
    """A view where the places are neighbours, else a copy."""
    if places == list(range(places[0], places[0] + len(places))):
        return block[places[0]:places[0] + len(places)]
    return block[places]


def issue_values(m, x, party):
    ideal = x[party["ideal"]]
    reach = 1 / np.maximum(ideal, 100 - ideal)
    values = []
    for world in m.worlds:
        v = rows_of(x[world], party["issues"]) - ideal
        np.abs(v, out=v)
        v *= reach
        values.append(np.subtract(1, v, out=v))
    return values


def ramp(values, threshold, width):
    return np.clip((values - threshold) / width, 0, 1)


class Effects:
    """Levels of effects in every world, year by year, until nothing moves any more."""

    def __init__(self, m, x, values, weights):
        self.m, self.x, self.values, self.weights = m, x, values, weights
        draws = x.shape[1]
        self.outset = self.totals(1, np.zeros((len(m.effects), draws)))
        self.levels = [self.follow(w) for w in range(len(m.worlds))]

    def totals(self, world, levels):
        m, totals = self.m, {}
        for s in m.value_order:
            if s not in m.matters:
                continue
            party, weight, value = m.parties[s], self.weights[s], self.values[s][world]
            k = len(party["issues"])
            total = (weight[:k] * value).sum(0)
            for n, (a, b) in enumerate(party["pairs"]):
                total += weight[k + n] * value[a] * value[b]
            k += len(party["pairs"])
            if party["effects"]:
                e = len(party["effects"])
                total += (weight[k:k + e] * (0.5 + party["effectSigns"] * levels[party["effects"]])).sum(0)
                k += e
            for n, o in enumerate(party["outcomes"]):
                total += weight[k + n] * (totals[o] if party["outcomeSigns"][n] > 0 else 1 - totals[o])
            totals[s] = total
        return totals

    def standing(self, world):
        m, x = self.m, self.x
        score = np.zeros((len(m.effects), x.shape[1]))
        terms, held = x[m.worlds[world]], x[m.held]
        for to, source, weight, threshold in m.causes:
            if "issue" in source:
                k = m.issues.index(source["issue"])
                cause = (terms[k] - held[k]) * 0.01
            elif "assumption" in source:
                cause = x[m.assumptions[source["assumption"]]]
            elif "distance" in source:
                party = m.parties[m.stakeholders.index(source["distance"])]
                ideal, salience = x[party["ideal"]], x[party["weights"]][:len(party["issues"])]
                gap = [(salience * np.abs(rows_of(t, party["issues"]) - ideal)).sum(0) for t in (terms, held)]
                cause = (gap[0] - gap[1]) / (100 * salience.sum(0))
            elif "beyondRedLine" in source:
                breach = source["beyondRedLine"]
                side, row = m.parties[m.stakeholders.index(breach["stakeholder"])]["lines"][breach["issue"]]
                k, sign = m.issues.index(breach["issue"]), 0.01 if side == "atMost" else -0.01
                cause = np.maximum((terms[k] - x[row]) * sign, 0) - np.maximum((held[k] - x[row]) * sign, 0)
            else:
                continue
            score[to] += x[weight] * (ramp(cause, x[threshold[0]], threshold[1]) if threshold else cause)
        return score

    def follow(self, world):
        m, x = self.m, self.x
        standing = self.standing(world)
        weights = x[m.chain_weights]
        levels = np.zeros_like(standing)
        for year in range(1, m.horizon + 1):
            score = standing.copy()
            if year > 1:
                score[m.chain_to] += np.add.reduceat(weights * levels[m.chain_from], m.chain_starts, axis=0)
                for source, to, weight, threshold in m.ramped:
                    score[to] += x[weight] * ramp(levels[source], x[threshold[0]], threshold[1])
                totals = self.totals(world, levels)
                for to, source, weight, threshold in m.causes:
                    if "outcome" in source:
                        s = m.stakeholders.index(source["outcome"])
                        moved = totals[s] - self.outset[s]
                        score[to] += x[weight] * (ramp(moved, x[threshold[0]], threshold[1]) if threshold else moved)
            after = np.tanh(score)
            if year > 1 and np.array_equal(after, levels):
                break
            levels = after
        return levels


def evaluate_chunk(m, x):
    """Contributions summed over the draws, and totals, against both baselines."""
    values = [issue_values(m, x, party) for party in m.parties]
    weights = [w / w.sum(0) for w in (x[party["weights"]] for party in m.parties)]
    effects = Effects(m, x, values, weights)
    totals = [effects.totals(w, effects.levels[w]) for w in range(len(m.worlds))]
    odds = x[m.odds] / x[m.odds].sum(0)
    sums, impacts = [], []
    for party, value, weight in zip(m.parties, values, weights):
        worth = []
        for w in range(len(m.worlds)):
            parts = [value[w]]
            if party["pairs"]:
                parts.append(np.stack([value[w][a] * value[w][b] for a, b in party["pairs"]]))
            if party["effects"]:
                parts.append(party["effectSigns"] * effects.levels[w][party["effects"]])
            if party["outcomes"]:
                parts.append(np.stack([sign * totals[w][o] for o, sign in zip(party["outcomes"], party["outcomeSigns"])]))
            worth.append(np.concatenate(parts) if len(parts) > 1 else parts[0])
        against_none = sum(odds[n] * (worth[0] - worth[2 + n]) for n in range(len(m.outcomes)))
        for change in (against_none, worth[0] - worth[1]):
            felt = np.where(change < 0, change * x[party["loss"]], change)
            felt *= weight
            felt *= 100
            sums.append(felt.sum(1))
            impacts.append(felt.sum(0))
    return sums, np.stack(impacts)


def evaluate(m, draws, chunk, source):
    impacts, sums = [], None
    for start in range(0, draws, chunk):
        part, totals = evaluate_chunk(m, source(start, min(chunk, draws - start)))
        impacts.append(totals)
        sums = part if sums is None else [a + b for a, b in zip(sums, part)]
    impacts = np.concatenate(impacts, axis=1)
    return {
        "contributions": [s / draws for s in sums],
        "means": impacts.mean(1),
        "quantiles": np.quantile(impacts, [0.1, 0.5, 0.9], axis=1),
        "gains": (impacts > 0).mean(1),
    }


def seconds(run):
    spent = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        run()
        spent.append(time.process_time() - begun)
    return sorted(spent)[ROUNDS // 2]


def drawn(m, folder, draws, seed):
    """The engine's own draws, in this layout."""
    keys = json.load(open(os.path.join(folder, "rows.json")))
    given = np.fromfile(os.path.join(folder, "draws.f64")).reshape(len(keys), draws)
    row_of = {key: row for row, key in enumerate(keys)}
    x = np.empty((len(m.constants), draws))
    x[:] = m.constants[:, None]
    for row in m.sampled:
        key = struct.unpack("<Q", hashlib.sha256(struct.pack("<q", seed) + m.layout.pointers[row].encode()).digest()[:8])[0]
        x[row] = given[row_of[str(key)]]
    return x


def main(folder):
    situation = json.load(open(os.path.join(folder, "situation.json")))
    scenario = json.load(open(os.path.join(folder, "scenario.json")))
    draws = scenario["draws"]
    m = Model(situation, scenario)
    rng = np.random.default_rng(scenario["seed"])
    x = drawn(m, folder, draws, scenario["seed"])
    chunks = [draws, *(c for c in CHUNKS if c < draws)]

    # Every chunk of the given draws lies together in memory before the clock runs.
    stored = {c: [np.ascontiguousarray(x[:, start:start + c]) for start in range(0, draws, c)] for c in chunks}
    fed = {c: seconds(lambda: evaluate(m, draws, c, lambda start, count: stored[c][start // c])) for c in chunks}
    sampled = {c: seconds(lambda: evaluate(m, draws, c, lambda start, count: m.sample(rng, count))) for c in chunks}
    result = evaluate(m, draws, draws, lambda start, count: x)
    print(json.dumps({
        "numpy": np.__version__,
        "sampled": sampled[draws],
        "fed": fed[draws],
        "sampledInChunks": min(sampled.values()),
        "fedInChunks": min(fed.values()),
        "means": list(result["means"]),
    }))


if __name__ == "__main__":
    main(sys.argv[1])
