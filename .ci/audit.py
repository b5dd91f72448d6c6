"""Known vulnerabilities of what is installed, as pip-audit finds them.

Fails when there are some, and says so in one line where the service that knows them cannot be
reached.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

UNREACHABLE = re.compile("ConnectionError|ServiceError|Could not connect|timed out|Max retries")
SKIPPED = "The audit was skipped, since the service that knows vulnerabilities cannot be reached."


def main() -> int:
    """Audit this environment; 0 when nothing was found, or nothing could be asked."""
    with TemporaryDirectory() as folder:
        installed, found = Path(folder) / "installed.txt", Path(folder) / "found.json"
        pip = (sys.executable, "-m", "pip", "freeze", "--exclude-editable")
        frozen = subprocess.run(pip, capture_output=True, check=True, text=True).stdout
        installed.write_text("".join(x for x in frozen.splitlines(True) if "==" in x), "utf-8")
        options = ("--no-deps", "--disable-pip", "--progress-spinner=off", "--format=json")
        files = ("--requirement", str(installed), "--output", str(found))
        command = (sys.executable, "-m", "pip_audit", *options, *files)
        ran = subprocess.run(command, capture_output=True, check=False, text=True)
        if not found.exists() or not found.read_text("utf-8").strip():
            known = UNREACHABLE.search(ran.stderr)
            print(SKIPPED if known else ran.stderr)
            return 0 if known else 1
        packages = json.loads(found.read_text("utf-8"))["dependencies"]
    asked = [package for package in packages if "vulns" in package]
    faults = [(package, fault) for package in asked for fault in package["vulns"]]
    for package, fault in faults:
        mended = ", ".join(fault["fix_versions"]) or "no version yet"
        print(f"{package['name']} {package['version']}: {fault['id']}, mended in {mended}")
    if not asked:
        print(SKIPPED)
    elif not faults:
        print(f"No known vulnerability in {len(asked)} packages.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
