"""A mask over rows in few bytes."""

import base64

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.rows.encode_mask import encode_mask


@given(st.lists(st.booleans()))
def test_an_encoded_mask_holds_one_bit_for_each_row(mask: list[bool]) -> None:
    bits = "".join(
        f"{byte:08b}" for byte in base64.b64decode(encode_mask(np.array(mask, dtype=bool)))
    )

    assert [bit == "1" for bit in bits[: len(mask)]] == mask
    assert "1" not in bits[len(mask) :]
