"""Events as they are drawn: their marks, the layer of all, and the selected one."""
