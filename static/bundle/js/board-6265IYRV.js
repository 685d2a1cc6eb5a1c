/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as o}from"./board-T55A5QFL.js";import"./board-4HSZ7KJS.js";import"./board-THE26QVD.js";import"./board-X2TOAUSO.js";export{o as Page};
