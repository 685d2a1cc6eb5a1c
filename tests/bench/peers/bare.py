"""A bare Flask-SocketIO broadcaster on eventlet: nothing checked, nothing kept. Usage: bare.py PORT"""

import eventlet

eventlet.monkey_patch()

import sys  # noqa: E402

from flask import Flask, request  # noqa: E402
from flask_socketio import SocketIO, emit, join_room  # noqa: E402

app = Flask(__name__)
socketio = SocketIO(app, async_mode="eventlet")
boards: dict[str, str] = {}


@socketio.on("join")
def join(board):
    boards[request.sid] = board
    join_room(board)
    return True


@socketio.on("edit")
def edit(content):
    emit("edit", content, to=boards[request.sid], include_self=False)


if __name__ == "__main__":
    socketio.run(app, host="127.0.0.1", port=int(sys.argv[1]))
