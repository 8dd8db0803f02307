"""Places in the codes of maps."""

import pytest

from geo.importing.places.position import read_position

CODES = {
    # Computed with geographiclib's MGRS and the plus code page of Google.
    "38PKV1234567890": (13.26427, 42.34539),
    "7H4MQ2QR+2X": (12.78756, 53.04244),
    "31U DQ 48251 11932": (48.8582, 2.2945),
}


@pytest.mark.parametrize(("cell", "wanted"), CODES.items())
def test_one_cell_is_read_as_a_person_reads_it(cell: str, wanted: tuple[float, float]) -> None:
    found = read_position(cell)
    assert found is not None
    assert (found.lat, found.lon) == pytest.approx(wanted, abs=2e-4)
