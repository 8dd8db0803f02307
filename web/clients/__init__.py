"""No client keeps the others from the server: who may ask, how often, and whose turn it is.

A request passes `gate`, a websocket `origins`, `sessions` and `message_rate`. Long work waits in
`turns`, which takes clients in the order of `fair_queue`.
"""
