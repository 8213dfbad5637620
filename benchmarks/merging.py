"""What concluding costs: processor time a claim at 1,000, 10,000 and 100,000 made claims, and the records found.

python -m benchmarks.merging
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict

from benchmarks.generator import claims
from detente.record.concluding import conclude
from detente.record.grouping import block_of


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(f"{'claims':>8} {'blocks':>7} {'records':>8} {'true':>8} {'seconds':>8} {'µs/claim':>9}")
    for count in (1_000, 10_000, 100_000):
        made = list(claims(count))
        blocks = defaultdict(list)
        for claim in made:
            blocks[block_of(claim)].append(claim)
        began = time.process_time()
        records = sum(len(conclude(block, {}).records) for block in blocks.values())
        took = time.process_time() - began
        true = len({c.document.rsplit("-", 1)[0] for c in made})
        print(f"{count:>8} {len(blocks):>7} {records:>8} {true:>8} {took:>8.2f} {took / count * 1e6:>9.0f}")


if __name__ == "__main__":
    main()
