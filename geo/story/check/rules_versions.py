"""Rules of versions: the events as they are now have been entered, so that links can be checked."""

from pathlib import Path

from geo.errors import EventFileError
from geo.story.check.finding import Finding
from geo.story.versions import VERSIONS_FOLDER, list_orphans, read_versions


def check_versions(folder: Path, version: str) -> tuple[Finding, ...]:
    """Return what is wrong with the versions of a folder; `version` is that of its events.

    A story that has never entered a version has no problem: it does not want any.
    """
    try:
        versions, orphans = read_versions(folder), list_orphans(folder)
    except EventFileError as error:
        file, _, rest = str(error).partition(", ")
        where, _, message = rest.partition(": found ")
        found, _, wanted = message.partition(", wanted ")
        return (Finding("must", file, where, found or rest, wanted),)
    findings = [
        Finding(
            "should",
            f"{VERSIONS_FOLDER}/{one}.json",
            "since",
            "a version that is missing",
            "the file of that version too",
        )
        for one in orphans
    ]
    if versions and version not in versions:
        found = f"events of version {version}, which is not entered"
        wanted = "geo version, after each change"
        findings.append(Finding("should", VERSIONS_FOLDER, "", found, wanted))
    return tuple(findings)
