"""Rules of versions: the events as they are now have been entered, so that links can be checked."""

from pathlib import Path

from geo.errors import EventFileError
from geo.story.check.finding import Finding, reject_file
from geo.story.versions.archive import list_broken_archives
from geo.story.versions.files import VERSIONS_FOLDER, list_orphans, read_versions


def check_versions(folder: Path, version: str, *, advises: bool = True) -> tuple[Finding, ...]:
    """Return what is wrong with the versions of a folder.

    A story that has never entered a version has no problem: it does not want any.

    Parameters
    ----------
    folder : Path
    version : str
        That of its events.
    advises : bool
        Whether its archives are read too.
    """
    try:
        versions, orphans = read_versions(folder), list_orphans(folder)
    except EventFileError as error:
        return reject_file(error.file, error.problems)
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
    for one in list_broken_archives(folder) if advises else ():
        found, wanted = "a file that is cut off or broken", "the file that geo version wrote"
        findings.append(Finding("should", f"{VERSIONS_FOLDER}/{one}.xz", "", found, wanted))
    if versions and version not in versions:
        found = f"events of version {version}, which is not entered"
        wanted = "geo version, after each change"
        findings.append(Finding("should", VERSIONS_FOLDER, "", found, wanted))
    return tuple(findings)
