/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{i as a}from"./board-VMV5K3LB.js";import"./board-QVS3TUGR.js";import"./board-OK73VCRR.js";import"./board-XMP4NRM4.js";export{a as NoteControls};
