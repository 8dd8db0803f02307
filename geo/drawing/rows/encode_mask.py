"""A mask over the event rows, in few bytes."""

import base64

import numpy as np
from numpy.typing import NDArray


def encode_mask(mask: NDArray[np.bool_]) -> str:
    """Return a mask over rows as base64 of one bit each, the first row in the highest bit.

    Examples
    --------
    >>> encode_mask(np.array([True, False, True]))
    'oA=='
    >>> encode_mask(np.array([], dtype=bool))
    ''
    """
    return base64.b64encode(np.packbits(mask).tobytes()).decode()
