/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-T55A5QFL.js";import"./board-4HSZ7KJS.js";import{c as o}from"./board-VSF773S7.js";import"./board-THE26QVD.js";import"./board-X2TOAUSO.js";export{o as Refusals};
