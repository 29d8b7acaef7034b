"""Reads every file of a folder one after the other and tells, as JSON, what came of each and the memory that it took.

Run by the tests in a process of its own, whose memory is nobody else's.
"""

import json
import resource
import sys
from pathlib import Path

from secondsource.reading.collect import collect
from secondsource.reading.stage import ReadPage
from secondsource.stage.settings import ReadingSettings

_CEILING = 4_000_000_000
"""Address space beyond which the process is stopped, so that a mistake here cannot take the machine with it."""
_READ = 12
"""Sources of one file that are read in full: a bomb may hold thousands."""


def main(folder: Path, good: Path) -> None:
    """Print `{file: {codes, text, sources, peak}}`; `good` is a file that can always be read."""
    resource.setrlimit(resource.RLIMIT_AS, (_CEILING, _CEILING))
    told: dict[str, dict[str, object]] = {}
    for path in sorted(folder.iterdir()):
        raws, problems = collect([str(path), str(good)], ReadingSettings())
        codes = {problem.code for problem in problems}
        texts: list[str] = []
        for number in range(min(len(raws), _READ)):
            raw = raws[number]
            if raw.path == str(good):
                continue
            read = ReadPage().read(raw)
            codes |= {problem.code for problem in read.problems}
            if read.document is not None:
                texts.append(read.document.text[:2_000])
        told[path.name] = {"codes": sorted(codes), "text": "\n".join(texts), "sources": len(raws) - 1, "peak": peak()}
    print(json.dumps(told))  # noqa: T201  # this is what the process is for


def peak() -> int:
    """Bytes of memory that this process held at most so far."""
    status = Path("/proc/self/status")
    if status.exists():  # `ru_maxrss` would count what the parent held when it made this process
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
